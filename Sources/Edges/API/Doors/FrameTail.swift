import Access
import Frames
import Network
import OCPPJSON
import Synchronization

/// One client that follows the journal of frames by Server-Sent Events.
///
/// `@unchecked Sendable`: everything after `begin` happens on the loop of its connection.
final class FrameTail: @unchecked Sendable {
  /// Bytes that may wait for the client; what comes beyond them is missed, and counted.
  static let bufferedBytes = 262_144
  /// Seconds between comments on a quiet line, so that proxies keep it open.
  private static let quietSeconds: UInt64 = 15

  private var stream: HTTPStream?
  private var missed = 0
  private var timer: LoopTimer?
  /// Whether whoever asked may still see this.
  private let isAllowed: @Sendable () -> Bool

  private init(isAllowed: @escaping @Sendable () -> Bool) { self.isAllowed = isAllowed }

  static func begin(
    _ query: FrameQuery, _ frames: FrameJournal, _ request: APIRequest, _ services: Services,
    _ responder: Responder
  ) throws(Problem) {
    let tail = FrameTail(isAllowed: services.mayStillSee(request))
    let journal = frames
    let box = Mutex<FrameFollower?>(nil)
    let follower = FrameFollower(query, of: request.principal.company) { delivery in
      responder.loop.execute { tail.pass(delivery, box.withLock { $0 }) }
    }
    box.withLock { $0 = follower }
    guard journal.follow(follower) else {
      throw Problem(
        429,
        "As many clients follow the journal as may (\(FrameLimits.followers), of one company "
          + "\(FrameLimits.followersOfCompany)).")
    }
    let leave: @Sendable () -> Void = {
      journal.leave(follower)
      box.withLock { $0 = nil }
    }
    let stream = responder.stream(type: "text/event-stream") {
      tail.end()
      leave()
    }
    guard let stream else { return leave() }
    tail.start(stream)
  }

  private func start(_ stream: HTTPStream) {
    self.stream = stream
    stream.write(Array(": frames follow\n\n".utf8))
    let pause = Self.quietSeconds * 1000
    timer = stream.loop.schedule(afterMilliseconds: pause, repeating: pause) { [self] in
      guard isAllowed() else {
        self.stream?.finish()
        return
      }
      if missed == 0, let stream = self.stream, stream.bufferedBytes < Self.bufferedBytes {
        stream.write(Array(": still here\n\n".utf8))
      }
    }
  }

  private func end() {
    timer?.cancel()
    timer = nil
    stream = nil
  }

  private func pass(_ delivery: FrameFollower.Delivery, _ follower: FrameFollower?) {
    defer { follower?.done() }
    guard let stream else { return }
    if !isAllowed() { return stream.finish() }
    missed += delivery.missed
    for entry in delivery.entries {
      guard stream.bufferedBytes < Self.bufferedBytes else {
        missed += 1
        continue
      }
      if missed > 0 { send("gap", [], ["missed": .integer(missed)], stream) }
      missed = 0
      send("log", LogsDoor.text(entry.position).utf8.map { $0 }, LogJSON.value(entry), stream)
    }
  }

  private func send(_ name: String, _ id: [UInt8], _ value: JSONValue, _ stream: HTTPStream) {
    var bytes = Array("event: \(name)\n".utf8)
    if !id.isEmpty { bytes += Array("id: ".utf8) + id + [0x0A] }
    bytes += Array("data: ".utf8) + value.bytes + Array("\n\n".utf8)
    stream.write(bytes)
  }
}
