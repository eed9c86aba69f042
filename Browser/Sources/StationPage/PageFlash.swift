import CPage
import Journal

/// The journal's partition in the tab's memory. The page keeps a copy of every sector, so that a
/// reload finds what was committed.
///
/// A sector leaves for the page when the journal commits or goes on to another sector: what was
/// written first is kept first.
final class PageFlash: FlashPort {
  let geometry = FlashGeometry(sectorSize: 16_384, sectorCount: 16, programUnit: 4)
  /// Filled by the page before the station starts.
  let bytes: UnsafeMutablePointer<UInt8>
  private var unsaved: Int?

  init() {
    bytes = .allocate(capacity: geometry.size)
    bytes.initialize(repeating: FlashGeometry.erasedByte, count: geometry.size)
  }

  private func check(_ address: Int, _ count: Int) throws(FlashError) {
    guard address >= 0, count >= 0, address <= geometry.size - count else {
      throw FlashError(.outOfBounds, at: address)
    }
  }

  func read(at address: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FlashError) {
    try check(address, buffer.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(start: bytes + address, count: buffer.count))
  }

  func program(at address: Int, _ new: UnsafeRawBufferPointer) throws(FlashError) {
    try check(address, new.count)
    guard address % geometry.programUnit == 0, new.count % geometry.programUnit == 0 else {
      throw FlashError(.misaligned, at: address)
    }
    for index in 0..<new.count where ~bytes[address + index] & new[index] != 0 {
      throw FlashError(.bitsNotErased, at: address + index)
    }
    for index in 0..<new.count {
      let sector = (address + index) / geometry.sectorSize
      if unsaved != sector { try turn(to: sector) }
      bytes[address + index] = new[index]
    }
  }

  func erase(sector: Int) throws(FlashError) {
    guard sector >= 0, sector < geometry.sectorCount else {
      throw FlashError(.outOfBounds, at: sector * geometry.sectorSize)
    }
    try turn(to: sector)
    (bytes + sector * geometry.sectorSize).update(
      repeating: FlashGeometry.erasedByte, count: geometry.sectorSize)
  }

  func sync() throws(FlashError) {
    guard let sector = unsaved else { return }
    let start = sector * geometry.sectorSize
    guard page_store(Int32(sector), bytes + start, Int32(geometry.sectorSize)) != 0 else {
      throw FlashError(.failed, at: start)
    }
    unsaved = nil
  }

  /// Another sector changes next.
  private func turn(to sector: Int) throws(FlashError) {
    if let unsaved, unsaved != sector { try sync() }
    unsaved = sector
  }
}
