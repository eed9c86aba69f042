public import OCPPJSON
public import OCPPRPC

/// What is written down of a frame beside its bytes.
public struct FrameNote: Sendable, Equatable {
  /// Who sent it.
  public enum Origin: UInt8, Sendable {
    case station
    case centralSystem
    /// No frame: something that happened to the connection.
    case event
  }

  /// What became of it.
  public enum Verdict: UInt8, Sendable, CaseIterable {
    /// A call whose answer is still to come; the answer's note says what became of it.
    case open
    case accepted
    /// Answered with a CALLERROR.
    case refused
    /// A call of ours without an answer in time.
    case timedOut
    /// An answer to a call that had timed out.
    case late
    /// Passed over: nobody waited for it, or it is no message of the version.
    case ignored
    /// An answer that breaks the schema.
    case invalid
    /// The connection went before the answer came.
    case disconnected
  }

  public var time: DateTime
  public var origin: Origin
  /// The index of the action in the version's table, when it is known.
  public var action: UInt8?
  public var verdict: Verdict
  /// From the call to its answer, in microseconds; of answers, and of calls answered at once.
  public var latency: UInt32?
  public var version: OCPPVersion
  /// The rules by which a faulty frame was understood all the same, one bit each.
  public var quirks: UInt32 = 0

  public init(
    time: DateTime, origin: Origin, action: UInt8?, verdict: Verdict, latency: UInt32? = nil,
    version: OCPPVersion
  ) {
    self.time = time
    self.origin = origin
    self.action = action
    self.verdict = verdict
    self.latency = latency
    self.version = version
  }
}

/// A frame on record: 32 bytes of note, the station's identity, the frame. Little-endian.
///
/// | at | bytes | |
/// |---|---|---|
/// | 0 | 4 | length of the whole record |
/// | 4 | 4 | latency in µs, all ones for none |
/// | 8 | 8 | milliseconds since 1970 |
/// | 16 | 5 | origin, action (255: none), verdict, version, length of the identity |
/// | 24 | 4 | length of the frame before it was cut |
/// | 28 | 4 | quirks |
struct FrameRecord {
  static let headerLength = 32
  private static let noAction: UInt8 = 255

  let note: FrameNote
  let station: UnsafeRawBufferPointer
  let frame: UnsafeRawBufferPointer
  /// Of the frame as it was on the wire.
  let fullLength: Int
  /// Of the record.
  let length: Int

  /// Writes a record into `room`, which must be large enough; returns its length.
  static func write(
    _ note: FrameNote, _ station: UnsafeBufferPointer<UInt8>, _ frame: UnsafeBufferPointer<UInt8>,
    keeping kept: Int, to room: UnsafeMutableRawPointer
  ) -> Int {
    let length = headerLength + station.count + kept
    room.storeBytes(of: UInt32(length).littleEndian, as: UInt32.self)
    room.storeBytes(of: (note.latency ?? .max).littleEndian, toByteOffset: 4, as: UInt32.self)
    room.storeBytes(of: note.time.milliseconds.littleEndian, toByteOffset: 8, as: Int64.self)
    room.storeBytes(of: note.origin.rawValue, toByteOffset: 16, as: UInt8.self)
    room.storeBytes(of: note.action ?? noAction, toByteOffset: 17, as: UInt8.self)
    room.storeBytes(of: note.verdict.rawValue, toByteOffset: 18, as: UInt8.self)
    room.storeBytes(of: note.version.rawValue, toByteOffset: 19, as: UInt8.self)
    room.storeBytes(of: UInt8(station.count), toByteOffset: 20, as: UInt8.self)
    room.storeBytes(of: 0, toByteOffset: 21, as: UInt8.self)
    room.storeBytes(of: 0, toByteOffset: 22, as: UInt16.self)
    room.storeBytes(
      of: UInt32(truncatingIfNeeded: frame.count).littleEndian, toByteOffset: 24, as: UInt32.self)
    room.storeBytes(of: note.quirks.littleEndian, toByteOffset: 28, as: UInt32.self)
    if let start = station.baseAddress {
      (room + headerLength).copyMemory(from: start, byteCount: station.count)
    }
    if let start = frame.baseAddress {
      (room + headerLength + station.count).copyMemory(from: start, byteCount: kept)
    }
    return length
  }

  /// The record at the start of `bytes`; nil at their end, or when they are damaged.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerLength else { return nil }
    func value<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    length = Int(value(0, UInt32.self))
    let identity = Int(bytes[20])
    guard length >= Self.headerLength + identity, length <= bytes.count,
      let origin = FrameNote.Origin(rawValue: bytes[16]),
      let verdict = FrameNote.Verdict(rawValue: bytes[18]),
      let version = OCPPVersion(rawValue: bytes[19])
    else { return nil }
    let latency = value(4, UInt32.self)
    var note = FrameNote(
      time: DateTime(milliseconds: value(8, Int64.self)), origin: origin,
      action: bytes[17] == Self.noAction ? nil : bytes[17], verdict: verdict,
      latency: latency == .max ? nil : latency, version: version)
    note.quirks = value(28, UInt32.self)
    self.note = note
    fullLength = Int(value(24, UInt32.self))
    let start = Self.headerLength + identity
    station = UnsafeRawBufferPointer(rebasing: bytes[Self.headerLength..<start])
    frame = UnsafeRawBufferPointer(rebasing: bytes[start..<length])
  }
}
