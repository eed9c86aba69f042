import COCPPStation
import Journal
import StationCore

/// The journal's partition behind the program's functions.
struct CFlash: FlashPort {
  let geometry: FlashGeometry
  private let functions: ocpp_flash
  private let context: UnsafeMutableRawPointer?

  /// - Throws: `OCPP_BAD_ARGUMENT` without the functions, `OCPP_BAD_FLASH` for a geometry that no
  ///   journal fits.
  init(
    _ functions: ocpp_flash, context: UnsafeMutableRawPointer?, setup: StationSetup
  ) throws(Failure) {
    guard functions.read != nil, functions.program != nil, functions.erase != nil else {
      throw Failure(OCPP_BAD_ARGUMENT)
    }
    let (size, count, unit) = (
      functions.sector_size, functions.sector_count, functions.program_unit
    )
    guard CFlash.isPowerOfTwo(size), size >= 256, count >= 4, CFlash.isPowerOfTwo(unit),
      unit <= 32, UInt64(size) * UInt64(count) <= 0x4000_0000,
      // A batch lies in one sector, beside the sector's head.
      setup.largestBatch(programUnit: Int(unit)) + 128 <= Int(size)
    else { throw Failure(OCPP_BAD_FLASH) }
    self.functions = functions
    self.context = context
    geometry = FlashGeometry(
      sectorSize: Int(size), sectorCount: Int(count), programUnit: Int(unit))
  }

  private static func isPowerOfTwo(_ number: UInt32) -> Bool {
    number > 0 && number & (number - 1) == 0
  }

  private func check(_ address: Int, _ count: Int) throws(FlashError) {
    guard address >= 0, count >= 0, address <= geometry.size - count else {
      throw FlashError(.outOfBounds, at: address)
    }
  }

  func read(at address: Int, into bytes: UnsafeMutableRawBufferPointer) throws(FlashError) {
    try check(address, bytes.count)
    if bytes.isEmpty { return }
    guard functions.read?(context, UInt32(address), bytes.baseAddress, bytes.count) == 0 else {
      throw FlashError(.failed, at: address)
    }
  }

  mutating func program(at address: Int, _ bytes: UnsafeRawBufferPointer) throws(FlashError) {
    try check(address, bytes.count)
    if bytes.isEmpty { return }
    guard functions.program?(context, UInt32(address), bytes.baseAddress, bytes.count) == 0 else {
      throw FlashError(.failed, at: address)
    }
  }

  mutating func erase(sector: Int) throws(FlashError) {
    guard sector >= 0, sector < geometry.sectorCount else {
      throw FlashError(.outOfBounds, at: sector * geometry.sectorSize)
    }
    guard functions.erase?(context, UInt32(sector)) == 0 else {
      throw FlashError(.failed, at: sector * geometry.sectorSize)
    }
  }

  mutating func sync() throws(FlashError) {
    guard let sync = functions.sync else { return }
    if sync(context) != 0 { throw FlashError(.failed, at: 0) }
  }
}
