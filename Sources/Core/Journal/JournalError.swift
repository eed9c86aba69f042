/// Why the journal did not do what it was asked.
public struct JournalError: Error, Equatable, Sendable {
  /// The kinds of failure.
  public enum Code: UInt8, Sendable {
    /// The geometry or the limits make no sense together: see `FlashGeometry` and `JournalLimits`.
    case badLimits
    /// The partition holds something that is no journal. Nothing was changed; `Journal.format`
    /// makes it one.
    case foreign
    /// Written by a newer firmware in a format this one cannot read. Nothing was changed.
    case newerFormat
    /// A journal of a partition that was divided otherwise. Nothing was changed.
    case otherGeometry
    /// The payload is longer than `JournalLimits.payload`, or the batch than a sector.
    case tooLong
    /// No room at this priority, even after dropping whatever the caller named. Nothing was
    /// appended.
    case full
    /// There is no such record.
    case notFound
    /// The record's checksum no longer fits: the flash lost bits.
    case damaged
    /// The flash failed. Whether the last change happened shows when the journal is opened again.
    case flash
    /// Four thousand million records were appended: the journal has to be formatted.
    case exhausted
  }

  public let code: Code
  /// The flash's own failure when `code` is `.flash`.
  public let flash: FlashError?

  public init(_ code: Code) {
    self.code = code
    flash = nil
  }

  init(_ flash: FlashError) {
    code = .flash
    self.flash = flash
  }
}
