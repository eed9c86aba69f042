public import OCPPJSON

/// A frame's place in the journal.
public struct FramePosition: Sendable, Equatable, Comparable {
  public var segment: Int
  /// Of its block in the file.
  public var offset: Int
  /// In the block.
  public var index: Int

  /// No part of a place is beyond it, however long the journal is kept.
  public static let bounds = 0...(Int(Int32.max) - 1)

  public init(segment: Int, offset: Int, index: Int) {
    self.segment = segment
    self.offset = offset
    self.index = index
  }

  public static func < (left: FramePosition, right: FramePosition) -> Bool {
    (left.segment, left.offset, left.index) < (right.segment, right.offset, right.index)
  }
}

/// How important an entry is.
public enum FrameLevel: String, Sendable, CaseIterable {
  case info
  /// Refused, late, passed over.
  case warning
  /// No answer.
  case error
}

/// Which frames are wanted; nil lets all pass.
public struct FrameQuery: Sendable {
  public var station: Text?
  /// Whose frames, and from when, whoever asks may see; asked for every frame.
  public var sees: (@Sendable (_ station: Text, _ time: DateTime) -> Bool)?
  /// The action's index; answers have that of their call.
  public var action: UInt8?
  public var level: FrameLevel?
  public var kind: FrameGlance.Kind?
  /// At or after this.
  public var from: DateTime?
  /// Before this.
  public var to: DateTime?
  /// Frames that name this transaction, and the calls and answers they belong to.
  public var transaction: Int?
  public var limit = 100
  /// Only what is older than this place.
  public var after: FramePosition?

  public init() {}
}

/// A frame as it is on record.
public struct FrameEntry: Sendable, Equatable {
  public var position: FramePosition
  public var note: FrameNote
  public var station: Text
  public var glance: FrameGlance
  /// Without secrets; cut at `FrameLimits.frameBytes`.
  public var frame: [UInt8]
  /// Of the frame on the wire, in bytes.
  public var fullLength: Int
  /// When the other half of the pair came: the answer to a call, the call of an answer.
  public var pairedAt: DateTime?
  /// The code of the CALLERROR that refused it.
  public var errorCode: Text?

  init(_ record: FrameRecord, at position: FramePosition) {
    self.position = position
    note = record.note
    station = Text(utf8: [UInt8](record.station))
    frame = [UInt8](record.frame)
    fullLength = record.fullLength
    if note.origin == .event {
      glance = FrameGlance(UnsafeRawBufferPointer(start: nil, count: 0))
      glance.kind = .event
      glance.id = FrameEvent.messageID(in: frame)
    } else {
      glance = FrameGlance(record.frame)
    }
    if glance.kind == .error { errorCode = glance.word }
    if let latency = note.latency, note.origin != .event {
      let isCall = glance.kind == .call
      let span = Int64(latency / 1000)
      pairedAt = DateTime(milliseconds: note.time.milliseconds + (isCall ? span : -span))
    }
  }

  /// How important it is.
  public var level: FrameLevel {
    switch note.verdict {
    case .open, .accepted: .info
    case .refused, .late, .ignored, .invalid: .warning
    case .timedOut, .disconnected: .error
    }
  }
}

/// A page of frames, newest first.
public struct FramePage: Sendable {
  public var entries: [FrameEntry] = []
  /// Where the next page begins; nil when there is nothing more.
  public var next: FramePosition?
}
