import Foundation
public import Network
import OCPPJSON
import StationCore

/// The control API: whoever is on this machine lets physical events happen to the station with
/// `POST /sut/<verb>` and looks at it with `GET /sut/state`. It has no password, and therefore listens
/// on loopback only and answers no browser that came from another page.
public final class ControlServer: HTTPHandler {
  /// The farthest the clock is moved at once, in milliseconds: 31 days.
  static let longestLeap: Int64 = 31 * 86_400_000

  private let station: VirtualStation
  private let hasVirtualClock: Bool
  /// What `start` begins with; URL, identity, password and presets are the request's.
  private let template: StationSettings
  private var server: Server?

  /// - Parameters:
  ///   - station: on the loop on which the server listens.
  ///   - hasVirtualClock: whether `advance` may move the station's clock.
  public init(station: VirtualStation, hasVirtualClock: Bool) {
    self.station = station
    self.hasVirtualClock = hasVirtualClock
    template = station.settings
  }

  /// Begins to listen.
  ///
  /// - Parameter address: `127.0.0.1` or `::1`.
  /// - Returns: the port.
  /// - Throws: `.invalidAddress` for what is not loopback; what listening throws.
  public func listen(address: String, port: UInt16) throws(NetworkError) -> UInt16 {
    guard address == "127.0.0.1" || address == "::1" else { throw .invalidAddress(address) }
    var limits = ServerLimits()
    limits.maxBodyBytes = 65_536
    limits.maxConnections = 64
    let server = Server(loop: station.loop, limits: limits, handler: self)
    self.server = server
    return try server.listen(address: address, port: port)
  }

  public func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    if let reason = Self.stranger(request) { return refuse(403, reason, exchange) }
    let path = request.path
    if path == "/sut/state" {
      guard request.method == "GET" else { return refuse(405, "Use GET.", exchange, allow: "GET") }
      return answer(exchange, state)
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "sut", let verb = ControlVerb(rawValue: String(parts[2]))
    else {
      let verbs = ControlVerb.allCases.map(\.rawValue).joined(separator: ", ")
      return refuse(404, "There are GET /sut/state and POST /sut/ with: \(verbs).", exchange)
    }
    guard request.method == "POST" else {
      return refuse(405, "Use POST.", exchange, allow: "POST")
    }
    do throws(ActRefusal) {
      try perform(verb, ControlBody(request.body, allowed: verb.members), exchange)
    } catch {
      refuse(400, error.description, exchange)
    }
  }

  /// A web page must not drive the station through its visitor's browser.
  private static func stranger(_ request: HTTPRequest) -> String? {
    if request.header("origin") != nil { return "Web pages have no business here." }
    let host = request.header("host") ?? ""
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    guard ["127.0.0.1", "localhost", "[::1]"].contains(String(name)) else {
      return "This is \(host.isEmpty ? "nobody" : "not \(host)"): use 127.0.0.1."
    }
    return nil
  }

  private func perform(
    _ verb: ControlVerb, _ body: ControlBody, _ exchange: HTTPExchange
  ) throws(ActRefusal) {
    switch verb {
    case .start: try start(body)
    case .advance: return try advance(body, exchange)
    default: if let act = try verb.act(body, station) { try station.perform(act) }
    }
    answer(exchange, Array("{}".utf8))
  }

  // MARK: Start

  private func start(_ body: ControlBody) throws(ActRefusal) {
    if station.isPowered { throw ActRefusal("The station is on already: stop it first.") }
    let url = try body.text("url")
    guard WebSocketClient.canUse(url: url) else {
      throw ActRefusal("\"url\" must be a URL that begins with ws:// or wss://.")
    }
    let version = try body.text("version")
    guard ["1.6", "1.6j", "ocpp1.6"].contains(version.lowercased()) else {
      throw ActRefusal("This station speaks OCPP 1.6 only, not \"\(version)\".")
    }
    var settings = template
    settings.identity = try body.text("id")
    if settings.identity.utf8.count > 255 { throw ActRefusal("\"id\" is too long.") }
    settings.url = url
    if url.lowercased().hasPrefix("wss://") { settings.secureURL = url }
    settings.password = try body.optionalText("password")
    settings.presets = template.presets + (try presets(body, settings))
    let keeps = try body.flag("keep")
    station.replace(with: settings, keepsJournal: keeps)
    try station.perform(.powerOn)
  }

  private func presets(
    _ body: ControlBody, _ settings: StationSettings
  ) throws(ActRefusal) -> [(Text, Text)] {
    var found: [(Text, Text)] = []
    var trial = ChargePoint(setup: settings.setup)
    for (key, value) in try body.configuration("config") {
      guard trial.preset(Text(key), Text(value)) else {
        throw ActRefusal("There is no key \"\(key)\", or it does not take \"\(value)\".")
      }
      found.append((Text(key), Text(value)))
    }
    return found
  }

  // MARK: Time

  private func advance(_ body: ControlBody, _ exchange: HTTPExchange) throws(ActRefusal) {
    let milliseconds = try body.thousandths("seconds")
    guard hasVirtualClock else {
      throw ActRefusal("The clock is the machine's; start ocpp station with --virtual-clock.")
    }
    guard milliseconds > 0, milliseconds <= Self.longestLeap else {
      throw ActRefusal("\"seconds\" must be more than 0 and at most \(Self.longestLeap / 1_000).")
    }
    try station.advance(milliseconds: milliseconds) { [self] in
      answer(exchange, Array("{}".utf8))
    }
  }

  // MARK: Answers

  private var state: [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(station.state)).map { Array($0) } ?? Array("{}".utf8)
  }

  private func answer(_ exchange: HTTPExchange, _ body: [UInt8]) {
    exchange.respond(
      status: 200, headers: [("Content-Type", "application/json")], body: body)
  }

  private func refuse(
    _ status: Int, _ reason: String, _ exchange: HTTPExchange, allow: String? = nil
  ) {
    let body = (try? JSONEncoder().encode(["reason": reason])).map { Array($0) } ?? []
    let headers = [("Content-Type", "application/json")] + (allow.map { [("Allow", $0)] } ?? [])
    exchange.respond(status: status, headers: headers, body: body)
  }
}
