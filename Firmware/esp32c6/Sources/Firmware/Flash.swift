import CBoard
import Journal

/// The journal's partition.
struct PartitionFlash: FlashPort {
  let geometry = FlashGeometry(
    sectorSize: 4_096, sectorCount: Int(board_flash_sectors()), programUnit: 4)

  private func check(_ address: Int, _ count: Int) throws(FlashError) {
    guard address >= 0, count >= 0, address <= geometry.size - count else {
      throw FlashError(.outOfBounds, at: address)
    }
  }

  func read(at address: Int, into bytes: UnsafeMutableRawBufferPointer) throws(FlashError) {
    try check(address, bytes.count)
    if bytes.isEmpty { return }
    guard board_flash_read(UInt32(address), bytes.baseAddress, UInt32(bytes.count)) == 0 else {
      throw FlashError(.failed, at: address)
    }
  }

  mutating func program(at address: Int, _ bytes: UnsafeRawBufferPointer) throws(FlashError) {
    try check(address, bytes.count)
    if bytes.isEmpty { return }
    guard board_flash_program(UInt32(address), bytes.baseAddress, UInt32(bytes.count)) == 0 else {
      throw FlashError(.failed, at: address)
    }
  }

  mutating func erase(sector: Int) throws(FlashError) {
    guard sector >= 0, sector < geometry.sectorCount else {
      throw FlashError(.outOfBounds, at: sector)
    }
    guard board_flash_erase(UInt32(sector)) == 0 else {
      throw FlashError(.failed, at: sector * geometry.sectorSize)
    }
  }
}
