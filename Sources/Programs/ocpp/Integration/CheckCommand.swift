import CSMSClient
import Foundation

/// `ocpp check integration`: goes the way of an app on a running server, step by step, and says what
/// was sent and answered.
enum CheckCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      guard arguments.first == "integration" else {
        throw UsageError("what is to be checked? integration.")
      }
      var configuration = CheckConfiguration()
      let reader = SettingsReader(settings: CheckConfiguration.settings)
      let environment = ProcessInfo.processInfo.environment
      try reader.apply(
        environment: environment.filter { $0.key == "OCPP_API_KEY" }, to: &configuration)
      try reader.apply(Array(arguments.dropFirst()), to: &configuration)
      configuration.password = environment["OCPP_PASSWORD"]
      try configuration.check()
      let check = try IntegrationCheck(configuration)
      return Waiting.run { await check.run() }
    } catch let error as UsageError {
      Terminal.complain("ocpp check: \(error.message)\nTry: ocpp check integration --help")
      return 2
    } catch {
      Terminal.complain("ocpp check: \(error)")
      return 1
    }
  }

  private static var usage: String {
    """
    ocpp check integration: go the way of an app on a running server

    usage: ocpp check integration --sync-station ID [options]
           ocpp check integration --test-charging [--sync-station ID] [options]

    \(SettingsReader(settings: CheckConfiguration.settings).help)
      --help                      print this

    --sync-station makes the station known, as an app would, and shows it. --test-charging goes on:
    it orders a session on a payment, twice, waits until energy flows, watches, stops, and looks the
    session up in the history. A station that is online is used as it is, and somebody has to plug a
    vehicle in; for one that is not, a virtual station connects, plugs in by itself and goes when it
    is over. Where the server asks for passwords, a station that has none gets one; OCPP_PASSWORD is
    the password of one that has. Every step is printed with what was sent and answered, secrets
    starred out; the exit status is 0 when all of them passed. The session stays in the ledger.
    """
  }
}

/// The options of `ocpp check integration`.
struct CheckConfiguration {
  static let ownStation = "OCPP-CHECK"

  var place = ServerPlace()
  var station: String?
  var charges = false
  var connector = 1
  /// In seconds.
  var patience = 60
  var isBrief = false
  /// Of the station; nil for a new one.
  var password: String?

  func check() throws(UsageError) {
    if station == nil && !charges {
      throw UsageError("nothing to do: give --sync-station ID, --test-charging, or both.")
    }
  }

  static var settings: [Setting<CheckConfiguration>] {
    ServerPlace.settings(\.place) + [
      Setting("sync-station", "ID", "the station (\(ownStation) for --test-charging)") { c, v in
        c.station = v
      },
      Setting("test-charging", nil, "run the complete flow") { (c, v) throws(UsageError) in
        c.charges = try SettingValue.boolean(v)
      },
      Setting("connector", "N", "where to charge (1)") { (c, v) throws(UsageError) in
        c.connector = try SettingValue.integer(v, in: 1...255)
      },
      Setting("patience", "S", "how long each step may take, in seconds (60)") {
        (c, v) throws(UsageError) in c.patience = try SettingValue.integer(v, in: 1...3_600)
      },
      Setting("brief", nil, "a line per step, without what was sent") {
        (c, v) throws(UsageError) in c.isBrief = try SettingValue.boolean(v)
      },
    ]
  }
}
