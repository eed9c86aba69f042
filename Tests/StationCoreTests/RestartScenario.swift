import Foundation
import OCPP16
import OCPPJSON

@testable import StationCore

/// Twenty-five minutes in the life of a station, in which each kind of record is written.
enum RestartScenario {
  static func setup(_ policy: PowerLossPolicy) -> StationSetup {
    var setup = StationSetup()
    setup.connectors = 2
    setup.powerLoss = policy
    setup.queueLimit = 80
    setup.stopSampleLimit = 40
    setup.cacheLimit = 6
    setup.listLimit = 8
    setup.listPerCall = 8
    setup.profileLimit = 6
    setup.periodLimit = 4
    setup.identity.firmwareVersion = "1"
    return setup
  }

  static let offline: ClosedRange<Int64> = 260_000...520_000
  /// In W: 3 Wh a second, so that registers are whole numbers and shift without rounding.
  static let power: Int32 = 10_800

  static func acts() -> [Act] {
    configuration + first + withoutNetwork + again + last
  }

  private static var configuration: [Act] {
    [
      configure(1, "StopTxnSampledData", "Energy.Active.Import.Register"),
      configure(1, "ClockAlignedDataInterval", "300"),
      configure(
        1, "MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import,SoC"),
      configure(1, "TransactionMessageAttempts", "2"),
      configure(1, "TransactionMessageRetryInterval", "10"),
      call(2, "list 1", "SendLocalList", list(1, "Full", ["LIST1", "LIST2", "BAD", "INV1"])),
      call(3, "list 2", "SendLocalList", list(2, "Differential", ["LIST3"])),
      call(
        4, "40 A for all", "SetChargingProfile",
        Profiles.set(id: 1, purpose: "ChargePointMaxProfile", limit: 40)),
      call(
        5, "16 A by default", "SetChargingProfile",
        Profiles.set(
          Profiles.profile(id: 2, periods: [(0, "16")], schedule: ",\"duration\":3600"), 0)),
      call(6, "reserve 7", "ReserveNow", reservation(7, 1, "RES1")),
    ]
  }

  private static var first: [Act] {
    [
      plug(10, 1),
      begin(11, 1, "RES1"),
      plug(100, 2),
      Act(at: 101, name: "remote start", isDone: { $0.knows("REM1") }) {
        $0.call(
          "remote start", "RemoteStartTransaction",
          "{\"connectorId\":2,\"idTag\":\"REM1\",\"chargingProfile\":"
            + Profiles.profile(id: 3, level: 1, purpose: "TxProfile", periods: [(0, "9")]) + "}")
      },
      call(
        200, "inoperative", "ChangeAvailability", "{\"connectorId\":2,\"type\":\"Inoperative\"}"),
    ]
  }

  private static var withoutNetwork: [Act] {
    [
      Act(at: 260, name: "offline", isDone: { !$0.bench.serverIsUp }) { $0.bench.goOffline() },
      end(300, 1, "RES1"),
      unplug(301, 1),
      plug(310, 1),
      begin(311, 1, "LIST2"),
      Act(at: 400, name: "stop button", isDone: { !$0.isRunning("REM1") }) {
        $0.bench.handle(.localStopPressed(connector: 2))
      },
      unplug(402, 2),
      Act(at: 520, name: "online", isDone: { $0.bench.serverIsUp && $0.bench.isConnected }) {
        $0.bench.serverIsUp = true
        $0.bench.handle(.networkAvailable)
      },
    ]
  }

  private static var again: [Act] {
    [
      call(530, "operative", "ChangeAvailability", "{\"connectorId\":2,\"type\":\"Operative\"}"),
      fault(540, true), fault(560, false),
      call(600, "reserve 8", "ReserveNow", reservation(8, 2, "RES2")),
      call(610, "cancel 8", "CancelReservation", "{\"reservationId\":8}"),
      call(615, "clear default", "ClearChargingProfile", "{\"id\":2}"),
      call(
        620, "composite", "GetCompositeSchedule", "{\"connectorId\":1,\"duration\":600}"),
      plug(640, 2),
      begin(641, 2, "INV1"),
      unplug(660, 2),
      plug(670, 2),
      begin(671, 2, "NEW1"),
      end(760, 2, "NEW1"),
      unplug(761, 2),
      Act(
        at: 800, name: "tampered",
        isDone: { run in
          run.bench.journal.keys.contains { $0.kind == RecordKind.securityEvent.rawValue }
            || run.bench.sent.contains { $0.string("type") == "TamperDetectionActivated" }
        },
        perform: {
          $0.bench.handle(.securityEvent(type: "TamperDetectionActivated", info: nil))
        }),
      call(820, "clear cache", "ClearCache", "{}"),
      call(830, "list version", "GetLocalListVersion", "{}"),
    ]
  }

  private static var last: [Act] {
    [
      call(900, "soft reset", "Reset", "{\"type\":\"Soft\"}"),
      unplug(940, 1),
      Act(
        at: 950, name: "update", isDone: { $0.memory.version == "2" && $0.answer("update") != nil }
      ) {
        $0.call(
          "update", "UpdateFirmware",
          "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\"}")
      },
      call(960, "configuration", "GetConfiguration", "{}"),
      plug(1000, 1),
      begin(1001, 1, "LIST3"),
      Act(
        at: 1100, name: "unlock", isDone: { $0.answer("unlock") != nil },
        perform: { $0.call("unlock", "UnlockConnector", "{\"connectorId\":1}") }),
      unplug(1110, 1),
      call(1120, "reserve 9", "ReserveNow", reservation(9, 2, "RES3")),
      call(
        1130, "out of service", "ChangeAvailability",
        "{\"connectorId\":1,\"type\":\"Inoperative\"}"),
      call(1140, "12 A by default", "SetChargingProfile", Profiles.set(id: 4, limit: 12)),
      Act(at: 1500, name: "end", isDone: { _ in false }) { _ in },
    ]
  }

  // MARK: People

  private static func plug(_ at: Int64, _ number: Int) -> Act {
    Act(at: at, name: "plug \(number)", isDone: { $0.bench.plugged.contains(number) }) {
      $0.bench.plugIn(number)
    }
  }

  private static func unplug(_ at: Int64, _ number: Int) -> Act {
    Act(at: at, name: "unplug \(number)", isDone: { !$0.bench.plugged.contains(number) }) {
      $0.bench.unplugOut(number)
    }
  }

  private static func begin(_ at: Int64, _ number: Int, _ tag: String) -> Act {
    Act(at: at, name: "begin \(tag)", isDone: { $0.knows(tag) }) {
      $0.bench.swipe(Text(tag), number)
    }
  }

  private static func end(_ at: Int64, _ number: Int, _ tag: String) -> Act {
    Act(
      at: at, name: "end \(tag)", isDone: { !$0.isRunning(tag) },
      makesSense: { $0.isRunning(tag) }, perform: { $0.bench.swipe(Text(tag), number) })
  }

  private static func fault(_ at: Int64, _ isThere: Bool) -> Act {
    Act(
      at: at, name: isThere ? "fault" : "repaired", isDone: { $0.memory.isFaulted == isThere },
      perform: {
        $0.memory.isFaulted = isThere
        $0.bench.handle(
          isThere
            ? .faulted(connector: 2, .groundFailure, info: Text()) : .faultCleared(connector: 2))
      })
  }

  // MARK: The central system

  private static func call(
    _ at: Int64, _ name: String, _ action: String, _ json: String
  ) -> Act {
    Act(at: at, name: name, isDone: { $0.answer(name) != nil }) {
      $0.call(name, action, json)
    }
  }

  private static func configure(_ at: Int64, _ key: String, _ value: String) -> Act {
    call(at, key, "ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"\(value)\"}")
  }

  private static func list(_ version: Int, _ type: String, _ tags: [String]) -> String {
    let entries = tags.map { tag in
      let parent = tag == "LIST2" ? ",\"parentIdTag\":\"FAMILY\"" : ""
      return
        "{\"idTag\":\"\(tag)\",\"idTagInfo\":{\"status\":\"\(tag == "BAD" ? "Blocked" : "Accepted")\"\(parent)}}"
    }
    return
      "{\"listVersion\":\(version),\"updateType\":\"\(type)\",\"localAuthorizationList\":[\(entries.joined(separator: ","))]}"
  }

  private static func reservation(_ id: Int, _ connector: Int, _ tag: String) -> String {
    "{\"connectorId\":\(connector),\"expiryDate\":\"2026-03-01T02:00:00Z\",\"idTag\":\"\(tag)\",\"reservationId\":\(id)}"
  }

  static func prepare(_ server: Ledger) {
    server.verdicts["INV1"] = "{\"idTagInfo\":{\"status\":\"Invalid\"}}"
    server.verdicts["NEW1"] =
      "{\"idTagInfo\":{\"status\":\"Accepted\",\"parentIdTag\":\"FAMILY\"}}"
  }

  /// One stop is refused at first, and one meter value until it is given up.
  static func reply(_ message: Bench.Sent, _ run: RestartRun) -> Bench.Reply {
    if message.action == "StopTransaction", message.string("idTag") == "NEW1",
      run.memory.errorsGiven[message.id, default: 0] == 0
    {
      run.memory.errorsGiven[message.id] = 1
      return .error("InternalError")
    }
    if message.action == "MeterValues", message.text.contains("2026-03-01T00:12:11") {
      return .error("InternalError")
    }
    return .usual
  }

  /// Downloads and installs at once.
  static func host(_ step: Step, _ run: RestartRun) -> Event? {
    switch step {
    case .downloadFirmware: return .firmwareDownloaded
    case .installFirmware:
      run.memory.version = "2"
      run.wantReboot()
      return nil
    default: return step.eventWithout
    }
  }
}
