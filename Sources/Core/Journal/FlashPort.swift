/// How a flash partition is divided.
public struct FlashGeometry: Equatable, Sendable {
  /// The bytes one erase clears: a power of two, at least 256.
  public let sectorSize: Int
  /// At least 4.
  public let sectorCount: Int
  /// The bytes one program operation writes at least, and a multiple of which it is aligned to: a
  /// power of two, at most 32.
  public let programUnit: Int

  /// - Parameters:
  ///   - sectorSize: in bytes.
  ///   - programUnit: in bytes.
  public init(sectorSize: Int, sectorCount: Int, programUnit: Int) {
    self.sectorSize = sectorSize
    self.sectorCount = sectorCount
    self.programUnit = programUnit
  }

  /// In bytes.
  public var size: Int { sectorSize * sectorCount }
  /// What every byte reads after an erase.
  public static var erasedByte: UInt8 { 0xFF }
}

/// Why the flash did not do what it was asked, and where.
public struct FlashError: Error, Equatable, Sendable {
  /// The kinds of failure.
  public enum Code: UInt8, Sendable {
    /// Outside the partition.
    case outOfBounds
    /// The address or the length is not a multiple of the program unit.
    case misaligned
    /// Programming would have to set a bit, which only an erase can.
    case bitsNotErased
    /// The medium refused or failed: worn out, unplugged, disk full.
    case failed
  }

  public let code: Code
  /// In bytes from the start of the partition.
  public let address: Int

  public init(_ code: Code, at address: Int) {
    self.code = code
    self.address = address
  }
}

/// A flash partition: what a board, a file or a browser's storage must offer to hold a `Journal`.
///
/// Programming only clears bits; erasing sets every bit of a sector. Either may be cut short by a
/// loss of power and leave any bits behind in the units concerned: the journal copes. Units are
/// programmed in the order of their addresses, and what `program` was given before has left for the
/// medium before what it is given next. No unit is programmed twice, except that a sector's first
/// units are set to zeros before it is erased, which flash with error correction allows too.
public protocol FlashPort {
  /// Never changes.
  var geometry: FlashGeometry { get }

  /// Fills the buffer from the address on; any alignment.
  func read(at address: Int, into bytes: UnsafeMutableRawBufferPointer) throws(FlashError)

  /// Programs whole units.
  mutating func program(at address: Int, _ bytes: UnsafeRawBufferPointer) throws(FlashError)

  /// Sets every bit of one sector.
  mutating func erase(sector: Int) throws(FlashError)

  /// Returns when everything programmed and erased so far survives a loss of power. On raw flash
  /// there is nothing to do; a file asks the operating system.
  mutating func sync() throws(FlashError)
}

extension FlashPort {
  public mutating func sync() throws(FlashError) {}
}
