import CBoard
import Journal

/// Four sectors of the emulated NOR flash. The driver in C asserts the rules of such flash.
struct BoardFlash: FlashPort {
  let geometry = FlashGeometry(sectorSize: Int(BOARD_FLASH_SECTOR), sectorCount: 4, programUnit: 4)

  func read(at address: Int, into bytes: UnsafeMutableRawBufferPointer) throws(FlashError) {
    guard let start = bytes.baseAddress else { return }
    guard address >= 0, address + bytes.count <= geometry.size else {
      throw FlashError(.outOfBounds, at: address)
    }
    board_flash_read(
      Int32(address), start.assumingMemoryBound(to: UInt8.self), Int32(bytes.count))
  }

  mutating func program(at address: Int, _ bytes: UnsafeRawBufferPointer) throws(FlashError) {
    guard let start = bytes.baseAddress else { return }
    guard address & 3 == 0, bytes.count & 3 == 0 else { throw FlashError(.misaligned, at: address) }
    guard address >= 0, address + bytes.count <= geometry.size else {
      throw FlashError(.outOfBounds, at: address)
    }
    board_flash_program(
      Int32(address), start.assumingMemoryBound(to: UInt8.self), Int32(bytes.count))
  }

  mutating func erase(sector: Int) throws(FlashError) {
    guard sector >= 0 && sector < geometry.sectorCount else {
      throw FlashError(.outOfBounds, at: sector)
    }
    board_flash_erase(Int32(sector))
  }
}
