import Foundation
import OCPP16
import OCPPJSON
import Testing

@testable import StationCore

/// What a restart may change, and what not: docs/decisions/0016-what-a-restart-changes.md.
@Suite struct RestartTests {
  @Test(
    "Cut at every journal write, the station sends the same transactions and ends in the same state",
    .covers("CP16-17", "CP16-33", "CP16-50", "CP16-51"),
    arguments: [PowerLossPolicy.resume, .stop])
  func everyWrite(policy: PowerLossPolicy) {
    let whole = Day(policy, cut: nil)
    whole.play()
    let expected = Account(of: whole, seen: whole)
    #expect(whole.writes > 80)
    #expect(expected.transactions.count == 5)
    #expect(expected.transactions.values.allSatisfy { $0.stop != nil })

    for write in 1...whole.writes {
      for isDurable in [false, true] {
        let day = Day(policy, cut: (write, isDurable))
        day.play()
        let place = "cut \(isDurable ? "after" : "before") write \(write)"
        #expect(day.cutAt != nil, "\(place)")
        #expect(day.bench.server.contradictions.isEmpty, "\(place)")
        let reference = Account(of: whole, seen: day)
        let account = Account(of: day, seen: day)
        #expect(account.securityEvents == expected.securityEvents, "\(place)")
        #expect(account.transactions.keys.sorted() == reference.transactions.keys.sorted())
        for (id, transaction) in account.transactions {
          guard let wanted = reference.transactions[id] else { continue }
          if policy == .stop && day.runningAtCut.contains(id) {
            #expect(transaction.isCutShort(of: wanted), "\(place): \(id)")
          } else {
            #expect(transaction == wanted, "\(place): \(id)")
          }
        }
        #expect(day.state == whole.state, "\(place)")
      }
    }
  }
}

/// One long day at a station with two connectors. However often the power goes, people and operator
/// want the same: whoever sees that nothing came of what he did does it again.
private final class Day {
  var bench: Bench
  var earlier: [Bench.Sent] = []
  private var earlierWrites = 0
  private let firstWrite: Int
  /// Wall time of the power cut, and what was running then, by the central system's ids.
  var cutAt: DateTime?
  var wasOfflineAtCut = false
  var runningAtCut: Set<Int> = []
  private var refusals = 0

  init(_ policy: PowerLossPolicy, cut: (write: Int, after: Bool)?) {
    bench = Bench.accepted {
      $0.connectors = 2
      $0.powerLoss = policy
    }
    for (key, value) in [
      ("AllowOfflineTxForUnknownId", "true"), ("ClockAlignedDataInterval", "900"),
      ("StopTxnSampledData", "Energy.Active.Import.Register"),
    ] {
      bench.configure(key, value)
    }
    firstWrite = bench.writes
    if let cut { bench.cut = (bench.writes + cut.write, cut.after) }
  }

  var writes: Int { earlierWrites + bench.writes - firstWrite }
  var sent: [Bench.Sent] { earlier + bench.sent }

  /// What is on flash, but for what says which boot it is.
  var state: [Bench.Key: [UInt8]] {
    bench.journal.filter { $0.key.kind != 1 && $0.key.kind != 2 }
  }

  func play() {
    plug(1)
    start(1, "TAG1")
    call(
      "SetChargingProfile",
      """
      {"connectorId":2,"csChargingProfiles":{"chargingProfileId":5,"stackLevel":1,\
      "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",\
      "chargingSchedule":{"startSchedule":"2026-02-01T00:00:00Z","chargingRateUnit":"A",\
      "chargingSchedulePeriod":[{"startPeriod":0,"limit":10}]}}}
      """)
    call("ChangeConfiguration", "{\"key\":\"ConnectionTimeOut\",\"value\":\"90\"}")
    call(
      "SendLocalList",
      """
      {"listVersion":1,"updateType":"Full","localAuthorizationList":[\
      {"idTag":"TAG2","idTagInfo":{"status":"Accepted"}}]}
      """)
    call(
      "ReserveNow",
      "{\"connectorId\":2,\"expiryDate\":\"2026-03-01T01:00:00Z\",\"idTag\":\"TAG2\",\"reservationId\":9}"
    )
    wait(until: 200_000)
    offline()
    plug(2)
    start(2, "TAG2")
    act({ !$0.securityEvents.isEmpty }) {
      $0.handle(.securityEvent(type: "TamperDetected", info: nil))
    }
    wait(until: 500_000)
    stop(1) { $0.swipe("TAG1", 1) }
    unplug(1)
    plug(1)
    start(1, "TAG3")
    wait(until: 700_000)
    bench.serverIsUp = true
    wait(until: 1_400_000)
    // The central system cannot store the next stop at once.
    bench.reply = { [self] in
      guard $0.action == "StopTransaction", refusals < 1 else { return .usual }
      refusals += 1
      return .error("InternalError")
    }
    stop(1) { $0.handle(.localStopPressed(connector: 1)) }
    wait(until: 1_600_000)
    unplug(1)
    call(
      "SendLocalList",
      """
      {"listVersion":2,"updateType":"Full","localAuthorizationList":[\
      {"idTag":"TAG2","idTagInfo":{"status":"Accepted"}},\
      {"idTag":"TAG5","idTagInfo":{"status":"Accepted","parentIdTag":"FAMILY"}}]}
      """)
    plug(1)
    start(1, "TAG4")
    wait(until: 1_750_000)
    call("Reset", "{\"type\":\"Hard\"}")
    wait(until: 1_800_000)
    unplug(1)
    plug(1)
    start(1, "TAG5")
    call("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Inoperative\"}")
    wait(until: 2_000_000)
    for number in [1, 2] {
      stop(number) { $0.handle(.localStopPressed(connector: number)) }
      unplug(number)
    }
    call("ClearChargingProfile", "{\"id\":5}")
    wait(until: 2_400_000)
  }

  // MARK: What people do

  private func plug(_ number: Int) {
    bench.plugged.insert(number)
    bench.plug(number)
    survive()
  }

  private func unplug(_ number: Int) {
    bench.plugged.remove(number)
    bench.unplug(number)
    survive()
  }

  private func start(_ number: Int, _ tag: Text) {
    act({ $0.view(number)?.transaction != nil }) { $0.swipe(tag, number) }
  }

  /// Whoever finds it stopped already leaves it alone.
  private func stop(_ number: Int, _ body: (Bench) -> Void) {
    if bench.station.view(number)?.transaction == nil { return }
    act({ $0.view(number)?.transaction == nil }, body)
  }

  private func act(_ isDone: (borrowing ChargePoint) -> Bool, _ body: (Bench) -> Void) {
    for _ in 0..<3 {
      body(bench)
      survive()
      if isDone(bench.station) { return }
    }
    Issue.record("it does not work however often somebody tries")
  }

  private func call(_ action: String, _ json: String) {
    for _ in 0..<3 {
      let answer = bench.call(action, json)
      survive()
      if answer != nil { return }
    }
    Issue.record("\(action) gets no answer")
  }

  private func offline() {
    bench.goOffline()
    survive()
  }

  private func wait(until time: Int64) {
    while bench.worldTime < time {
      bench.run(time - bench.worldTime)
      survive()
    }
  }

  // MARK: Power

  /// After a cut or a reset the power is back at once, and the vehicles are still there.
  private func survive() {
    guard bench.isDead || !bench.reboots.isEmpty else { return }
    if bench.isDead {
      cutAt = bench.wall
      wasOfflineAtCut = !bench.isConnected
    }
    earlier += bench.sent
    earlierWrites += bench.writes
    let next = bench.rebooted()
    next.serverIsUp = bench.serverIsUp
    next.reply = bench.reply
    next.plugged = bench.plugged
    bench = next
    bench.powerOn()
    for number in 1...2 where bench.plugged.contains(number) {
      bench.handle(.cableInserted(connector: number))
      bench.handle(.evReady(connector: number))
    }
  }
}

/// What a day's messages come to, without what the policy lets a restart change.
private struct Account {
  struct Transaction: Equatable {
    var start = ""
    var values: [String] = []
    var stop: String?

    /// The same start, the first of the values, and an end for loss of power.
    func isCutShort(of whole: Transaction) -> Bool {
      start == whole.start && whole.values.starts(with: values)
        && (stop == whole.stop || stop?.contains("\"PowerLoss\"") == true)
    }
  }

  /// By the central system's id.
  var transactions: [Int: Transaction] = [:]
  var securityEvents: [String] = []

  init(of day: Day, seen other: Day) {
    var ids: Set<String> = []
    for message in day.sent where message.kind == 2 && ids.insert(message.id).inserted {
      switch message.action {
      case "StartTransaction":
        guard let start = day.bench.server.starts.first(where: { $0.messageID == message.id })
        else { continue }
        transactions[start.id, default: Transaction()].start = Account.text(message.payload)
      case "MeterValues":
        guard let id = message.int("transactionId"), !other.wasOfflineAtCut else { continue }
        let values = Account.without(other.cutAt, message.payload["meterValue"])
        if !values.isEmpty { transactions[id, default: Transaction()].values.append(values) }
      case "StopTransaction":
        guard let id = message.int("transactionId") else { continue }
        var payload = message.payload
        let data = Account.without(other.cutAt, payload.removeValue(forKey: "transactionData"))
        transactions[id, default: Transaction()].stop =
          Account.text(payload) + (other.wasOfflineAtCut ? "" : data)
      case "SecurityEventNotification": securityEvents.append(Account.text(message.payload))
      default: break
      }
    }
  }

  /// The samples but for one of the very moment of the cut, which may or may not have been taken.
  private static func without(_ cut: DateTime?, _ values: Any?) -> String {
    let values = values as? [[String: Any]] ?? []
    let kept = values.filter {
      guard let cut, let time = ($0["timestamp"] as? String).flatMap({ DateTime($0) }) else {
        return true
      }
      return abs(time.milliseconds - cut.milliseconds) > 1
    }
    return kept.map { text($0) }.joined(separator: ",")
  }

  private static func text(_ payload: [String: Any]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: payload, options: .sortedKeys)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
