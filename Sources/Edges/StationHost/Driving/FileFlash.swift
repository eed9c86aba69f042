public import Journal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of fixed size that behaves like flash, for a `Journal` on an operating system:
/// programming only clears bits, and asking for more is an error, so that what works here works on
/// a chip.
public final class FileFlash: FlashPort {
  /// When what was written is forced to the disk.
  public enum Durability: Sendable {
    /// Whenever the journal commits: what it acknowledged survives a loss of power.
    case everyCommit
    /// Only by `flush()`: commits between two flushes may be lost, though none is ever half there.
    /// It makes batches of them cheap.
    case whenFlushed
  }

  public let geometry: FlashGeometry
  public let path: String
  private let descriptor: Int32
  private let durability: Durability

  /// Opens the file, or makes one that reads erased.
  ///
  /// - Throws: `FileFlashError` when the file cannot be opened or made, is in use, or has another
  ///   size.
  public init(
    path: String, geometry: FlashGeometry, durability: Durability = .everyCommit
  ) throws(FileFlashError) {
    self.path = path
    self.geometry = geometry
    self.durability = durability
    if access(path, F_OK) != 0 { try FileFlash.make(path, geometry.size) }
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFlashError(.notOpened, path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      _ = Self.close(descriptor)
      throw FileFlashError(.inUse, path, number)
    }
    guard lseek(descriptor, 0, SEEK_END) == off_t(geometry.size) else {
      _ = Self.close(descriptor)
      throw FileFlashError(.otherSize, path, 0)
    }
  }

  deinit {
    // A child that was just forked, and has not become its program yet, holds the lock too.
    _ = flock(descriptor, LOCK_UN)
    _ = Self.close(descriptor)
  }

  private static func close(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  /// Under another name first: a file that is there is whole.
  private static func make(_ path: String, _ size: Int) throws(FileFlashError) {
    let fresh = path + ".new"
    let descriptor = open(fresh, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFlashError(.notOpened, path, errno) }
    let erased = [UInt8](repeating: FlashGeometry.erasedByte, count: size)
    let isWritten =
      erased.withUnsafeBytes { write(descriptor, $0, at: 0) }
      && force(descriptor)
    let number = errno
    _ = close(descriptor)
    guard isWritten, rename(fresh, path) == 0 else {
      throw FileFlashError(.notOpened, path, isWritten ? errno : number)
    }
    // The new name, too, has to survive.
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      _ = fsync(directory)
      _ = close(directory)
    }
  }

  private static func force(_ descriptor: Int32) -> Bool {
    #if canImport(Glibc)
      fdatasync(descriptor) == 0
    #else
      fcntl(descriptor, F_FULLFSYNC) != -1
    #endif
  }

  private static func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at address: Int
  ) -> Bool {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(address + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private func check(_ address: Int, _ count: Int) throws(FlashError) {
    guard address >= 0, count >= 0, address <= geometry.size - count else {
      throw FlashError(.outOfBounds, at: address)
    }
  }

  public func read(
    at address: Int, into bytes: UnsafeMutableRawBufferPointer
  ) throws(FlashError) {
    try check(address, bytes.count)
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(address + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FlashError(.failed, at: address + done) }
      done += count
    }
  }

  public func program(
    at address: Int, _ bytes: UnsafeRawBufferPointer
  ) throws(FlashError) {
    try check(address, bytes.count)
    let unit = geometry.programUnit
    guard address % unit == 0, bytes.count % unit == 0 else {
      throw FlashError(.misaligned, at: address)
    }
    try checkErased(address, bytes)
    guard FileFlash.write(descriptor, bytes, at: address) else {
      throw FlashError(.failed, at: address)
    }
  }

  /// Refuses to set a bit that only an erase can set.
  private func checkErased(
    _ address: Int, _ bytes: UnsafeRawBufferPointer
  ) throws(FlashError) {
    let refused = withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 8) {
      old -> FlashError? in
      do throws(FlashError) { try read(at: address, into: old) } catch { return error }
      let place = bytes.indices.first { ~old[$0] & bytes[$0] != 0 }
      return place.map { FlashError(.bitsNotErased, at: address + $0) }
    }
    if let refused { throw refused }
  }

  public func erase(sector: Int) throws(FlashError) {
    let start = sector * geometry.sectorSize
    guard sector >= 0, sector < geometry.sectorCount else {
      throw FlashError(.outOfBounds, at: start)
    }
    let isWritten = withUnsafeTemporaryAllocation(byteCount: geometry.sectorSize, alignment: 8) {
      erased in
      erased.initializeMemory(as: UInt8.self, repeating: FlashGeometry.erasedByte)
      return FileFlash.write(descriptor, UnsafeRawBufferPointer(erased), at: start)
    }
    guard isWritten else { throw FlashError(.failed, at: start) }
  }

  /// The journal committed.
  public func sync() throws(FlashError) {
    switch durability {
    case .everyCommit: try flush()
    case .whenFlushed: break
    }
  }

  /// Forces everything written to the disk.
  public func flush() throws(FlashError) {
    guard FileFlash.force(descriptor) else { throw FlashError(.failed, at: 0) }
  }
}

/// Why a file cannot be used as flash.
public struct FileFlashError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: Sendable {
    /// It cannot be opened or made.
    case notOpened
    /// Another process has it open.
    case inUse
    /// Its size is not that of the geometry.
    case otherSize
  }

  public let code: Code
  public let path: String
  /// The system's `errno`, or 0.
  public let number: Int32

  init(_ code: Code, _ path: String, _ number: Int32) {
    self.code = code
    self.path = path
    self.number = number
  }

  /// What is wrong with which file.
  public var description: String {
    switch code {
    case .notOpened:
      "the journal \(path) cannot be opened or made: \(String(cString: strerror(number)))"
    case .inUse: "the journal \(path) is in use by another station"
    case .otherSize: "\(path) has another size than a journal: it is something else"
    }
  }
}
