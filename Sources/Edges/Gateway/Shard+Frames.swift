import CSMSCore
import Frames
import OCPPJSON
import OCPPRPC

/// What the shard writes down in the journal of frames.
extension Shard {
  func record(
    _ frame: UnsafeBufferPointer<UInt8>, from origin: FrameNote.Origin, _ action: UInt8?,
    _ verdict: FrameNote.Verdict, _ now: DateTime, _ nanoseconds: UInt64?, _ link: StationLink
  ) {
    guard let recorder else { return }
    var note = FrameNote(
      time: now, origin: origin, action: action, verdict: verdict,
      latency: nanoseconds.map { UInt32(clamping: $0 / 1000) }, version: link.version)
    if origin == .station { note.quirks = link.session.tolerated.rawValue }
    recorder.add(note, of: link.station, frame)
  }

  /// A call with the answer that was written at once.
  func recordPair(
    _ frame: UnsafeBufferPointer<UInt8>, _ action: UInt8?, _ verdict: FrameNote.Verdict,
    _ now: DateTime, _ nanoseconds: UInt64, _ link: StationLink
  ) {
    guard recorder != nil else { return }
    record(frame, from: .station, action, verdict, now, nanoseconds, link)
    recordWritten(action, verdict, now, nanoseconds, link)
  }

  /// The answer that stands in the writer.
  func recordWritten(
    _ action: UInt8?, _ verdict: FrameNote.Verdict, _ now: DateTime, _ nanoseconds: UInt64,
    _ link: StationLink
  ) {
    guard recorder != nil else { return }
    writer.withBytes {
      record($0, from: .centralSystem, action, verdict, now, nanoseconds, link)
    }
  }

  /// A station's answer to a call of ours.
  func recordAnswer(
    _ frame: UnsafeBufferPointer<UInt8>, _ outcome: CallOutcome, _ now: DateTime,
    _ arrivedAt: UInt64, _ link: StationLink
  ) {
    let verdict: FrameNote.Verdict =
      switch outcome {
      case .result: .accepted
      case .invalidResult: .invalid
      case .error: .refused
      case .timedOut: .timedOut
      case .disconnected: .disconnected
      }
    let sent = link.outstanding
    record(
      frame, from: .station, sent?.action, verdict, now, sent.map { arrivedAt - $0.sentAt }, link)
  }

  /// A frame that was passed over: an answer that came too late, or something else.
  func recordIgnored(_ frame: UnsafeBufferPointer<UInt8>, _ now: DateTime, _ link: StationLink) {
    if recorder == nil { return }
    let glance = FrameGlance(UnsafeRawBufferPointer(frame))
    let isLate = glance.kind != .call && link.timedOut.contains { $0.text == glance.id }
    record(frame, from: .station, nil, isLate ? .late : .ignored, now, nil, link)
  }

  func record(
    _ event: FrameEvent, _ verdict: FrameNote.Verdict, _ link: StationLink, action: UInt8? = nil
  ) {
    guard let recorder else { return }
    let note = FrameNote(
      time: clock(), origin: .event, action: action, verdict: verdict, version: link.version)
    recorder.add(note, of: link.station, event: event.json)
  }
}
