// Charging from an app in Swift: make a station known, charge on a payment, watch, stop, look back.
//
//     swift run charge-app http://127.0.0.1:8000 CP001 0.05
//
// The server's key is taken from OCPP_API_KEY; an open server (`ocpp serve --open`) needs none. The
// station has to be online: `ocpp station --id CP001` is one to play with (p plugs a vehicle in).

import CSMSClient
import Foundation

@main
struct ChargeApp {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      say("usage: charge-app URL STATION [KWH]")
      exit(2)
    }
    let kwh = arguments.count > 3 ? Decimal(string: arguments[3]) ?? 0.05 : 0.05
    do {
      let key = ProcessInfo.processInfo.environment["OCPP_API_KEY"]
      try await charge(CSMSClient(arguments[1], key: key), at: arguments[2], user: "ann", upTo: kwh)
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  static func charge(
    _ csms: CSMSClient, at station: String, user: String, upTo kwh: Decimal
  ) async throws(CSMSError) {
    let synced = try await csms.syncStation(StationSync(station))
    say("\(station) is known; it connects to \(synced.data.ocppWebsocket)")

    // The same payment never begins two sessions, so this may be sent again.
    let begun = try await csms.initiateCharging(
      ChargingOrder(
        station: station, connector: 1, user: user, payment: "pay-\(UUID().uuidString)"))
    let id = begun.chargingSession.transactionId
    say("session \(id): \(begun.chargingSession.status). \(begun.message)")

    let charged = try await csms.session(
      id, until: { ($0.energyConsumedKwh ?? 0) >= kwh }, timeout: 300_000)
    say("  \(charged.status): \(charged.energyConsumedKwh ?? 0) kWh")
    if !charged.status.isOver { say(try await csms.stopCharging(id, user: user).message) }

    let over = try await csms.session(id, until: { $0.status.isOver })
    say(
      "session \(id): \(over.status), \(over.energyConsumedKwh ?? 0) kWh, "
        + "payment \(over.paymentStatus.map { "\($0)" } ?? "none")")

    var count = 0
    for try await _ in csms.sessions(user: user) { count += 1 }
    say("\(user) has charged \(count) times")
  }

  /// Prints at once, also into a pipe.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
