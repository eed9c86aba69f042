import Foundation
import Gateway
import OCPPJSON
import Store

/// `/health` and `/services`: is everything there that is needed to work?
struct HealthDoor: Sendable {
  private struct Part: Encodable, Sendable {
    var name: String
    var status: String
    /// In milliseconds, how long the part took to answer.
    var latencyMs: Double?
    var detail: String?
  }

  private struct Health: Encodable, Sendable {
    var status: String
    var version: String
    var startedAt: Timestamp
    var connections: Int
    var services: [Part]
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/health", isPublic: true) { [self] _, responder in
        check { parts in
          let isReady = parts.allSatisfy { $0.status == "ready" }
          responder.json(
            isReady ? 200 : 503,
            Health(
              status: isReady ? "ready" : "not_ready", version: ProductVersion.current,
              startedAt: Timestamp(services.startedAt),
              connections: services.gateway.connectionCount, services: parts))
        }
      }.documented(
        Operation(
          "About", "Whether everything works that is needed",
          "Needs no key. While the store cannot write, each request tries again."
        )
        .answers(200, "Ready.", HealthDoor.shape)
        .answers(503, "Not ready.", HealthDoor.shape)),
      Route("GET", "/services") { [self] _, responder in
        check { parts in responder.json(["services": parts]) }
      }.documented(
        Operation("About", "The parts of the system")
          .answers(
            200, "One row a part.",
            .object([.init("services", .list(HealthDoor.partShape), required: true)]))),
    ]
  }

  private static let partShape = Shape.named(
    "Service",
    .object([
      .init("name", .anyText, required: true),
      .init("status", .words(["ready", "not_ready"]), required: true),
      .init("latency_ms", .number), .init("detail", .anyText),
    ]))

  private static let shape = Shape.named(
    "Health",
    .object([
      .init("status", .words(["ready", "not_ready"]), required: true),
      .init("version", .anyText, required: true), .init("started_at", .instant, required: true),
      .init("connections", .natural, required: true),
      .init("services", .list(partShape), required: true),
    ]))

  private func check(_ completion: @escaping @Sendable ([Part]) -> Void) {
    let (services, started) = (services, ContinuousClock.now)
    services.gateway.answer {
      let loops = HealthDoor.milliseconds(since: started)
      let gateway = Part(
        name: "gateway", status: "ready", latencyMs: loops,
        detail: "\(services.gateway.connectionCount) stations connected")
      let now = services.clock().milliseconds / 1000
      // A listener lives on the loops, and answers when they do.
      let listeners = services.listeners.all.map { HealthDoor.part($0, loops, now: now) }
      let asked = ContinuousClock.now
      services.store.read { (reader) throws(StoreError) in
        try reader.health()
      } completion: { result in
        let latency = HealthDoor.milliseconds(since: asked)
        var store = Part(name: "store", status: "ready", latencyMs: latency, detail: "SQLite")
        if case .failure = result {
          store.status = "not_ready"
          store.detail = "the store does not answer; the server's log says why"
        } else if let trouble = services.store.trouble {
          store.status = "not_ready"
          store.detail = "cannot write: \(trouble.message). \(trouble.advice)"
          services.store.probe()
        }
        completion([gateway, store] + listeners)
      }
    }
  }

  /// One whose certificate has expired still listens: another one may be what this server is for.
  private static func part(_ listener: ListenerReport, _ latency: Double, now: Int64) -> Part {
    let isOver = listener.certificateEnd.map { $0() <= now } ?? false
    return Part(
      name: "listener \(listener.place)", status: "ready", latencyMs: latency,
      detail: listener.summary + (isOver ? "; its certificate has expired" : ""))
  }

  /// To the microsecond.
  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000
  }
}

/// What this build calls itself.
public enum ProductVersion {
  public static let current = "0.1.0"
}
