import Journal

/// Where a station's journal is kept.
public enum JournalPlace: Sendable, Equatable {
  /// Nowhere: the station forgets when its power goes.
  case none
  /// In memory: it survives the station's own restarts, not the end of the process.
  case memory
  /// In this file.
  case file(String)

  /// Opens and lets go of it: what cannot be used is better noticed before the station runs, which
  /// would go on without it. A file that is not there is made.
  /// - Throws: why it cannot be used.
  public func check() throws(FileFlashError) {
    if case .file(let path) = self { _ = try HostFlash(path: path) }
  }
}

/// The flash under a virtual station's journal: a file, or memory that behaves like one.
final class HostFlash: FlashPort {
  static var inFile: FlashGeometry {
    FlashGeometry(sectorSize: 32_768, sectorCount: 32, programUnit: 4)
  }
  static var inMemory: FlashGeometry {
    FlashGeometry(sectorSize: 32_768, sectorCount: 16, programUnit: 4)
  }

  let geometry: FlashGeometry
  private let file: FileFlash?
  private var bytes: [UInt8] = []

  init(path: String) throws(FileFlashError) {
    geometry = HostFlash.inFile
    file = try FileFlash(path: path, geometry: geometry)
  }

  /// Memory that reads erased.
  init() {
    geometry = HostFlash.inMemory
    file = nil
    bytes = [UInt8](repeating: FlashGeometry.erasedByte, count: geometry.size)
  }

  func read(at address: Int, into target: UnsafeMutableRawBufferPointer) throws(FlashError) {
    if let file { return try file.read(at: address, into: target) }
    try check(address, target.count)
    bytes.withUnsafeBytes {
      target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: $0[address..<address + target.count]))
    }
  }

  func program(at address: Int, _ source: UnsafeRawBufferPointer) throws(FlashError) {
    if let file { return try file.program(at: address, source) }
    try check(address, source.count)
    for offset in source.indices { bytes[address + offset] &= source[offset] }
  }

  func erase(sector: Int) throws(FlashError) {
    if let file { return try file.erase(sector: sector) }
    let start = sector * geometry.sectorSize
    try check(start, geometry.sectorSize)
    for index in start..<start + geometry.sectorSize { bytes[index] = FlashGeometry.erasedByte }
  }

  func sync() throws(FlashError) {
    if let file { try file.sync() }
  }

  private func check(_ address: Int, _ count: Int) throws(FlashError) {
    guard address >= 0, count >= 0, address <= geometry.size - count else {
      throw FlashError(.outOfBounds, at: address)
    }
  }
}
