import OCPPJSON
import StationCore
import Testing

/// A small generator, so that a seed gives the same run everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

@Suite("A virtual station whose connection is lost")
struct LostConnectionTests {
  @Test(
    "The n-th message is lost: it comes again under its id, and the visit is complete",
    arguments: 0..<11)
  func everyMessage(lost: Int) {
    // Given a central system that is cut off before the n-th answer.
    var count = 0
    var bench = StationBench(.short) { action, id in
      count += 1
      return count == lost + 1 ? nil : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.pass(seconds: 60)
    #expect(bench.station.phase != .finished)
    let before = bench.sent
    #expect(before.count == lost + 1)

    // When it comes back
    bench.disconnect()
    bench.pass(seconds: 5)
    #expect(bench.sent == before)
    bench.connect()
    bench.pass(seconds: 60)

    // Then the message in doubt is sent again, word for word, and nothing else twice.
    #expect(bench.sent[lost + 1] == before[lost])
    #expect(Set(bench.sent).count == bench.sent.count - 1)
    #expect(bench.station.phase == .finished)
    #expect(bench.actions.filter { $0 == "StopTransaction" }.count == (lost == 8 ? 2 : 1))
  }

  @Test("Charging goes on without a connection, and all of it is told afterwards, in order")
  func offline() {
    var bench = StationBench()
    bench.connect()
    bench.pass(seconds: 5)
    bench.disconnect()
    bench.forget()
    bench.pass(seconds: 60)
    #expect(bench.sent.isEmpty)
    #expect(bench.station.phase == .leaving)
    #expect(!bench.station.isDone)

    bench.connect()

    #expect(
      bench.actions == [
        "MeterValues", "MeterValues", "StopTransaction", "StatusNotification", "StatusNotification",
      ])
    #expect(bench.sent[0].contains("2026-01-02T03:04:15.678Z"))
    #expect(bench.station.isDone)
  }

  @Test("Before its first connection it sends nothing")
  func neverConnected() {
    var bench = StationBench()
    bench.pass(seconds: 1000)

    #expect(bench.sent.isEmpty)
    #expect(bench.station.nextWake == nil)
  }

  @Test("A full queue gives up the oldest periodic meter values, never start or stop")
  func queueLimit() {
    var plan = VisitPlan.short
    plan.stay = 1_005_000
    plan.queueLimit = 10
    var bench = StationBench(plan)
    bench.connect()
    bench.disconnect()
    // The start was acknowledged before; now nothing is.
    bench.pass(seconds: 2_000)
    bench.forget()
    bench.connect()

    #expect(
      bench.actions
        == Array(repeating: "MeterValues", count: 10)
        + ["StopTransaction", "StatusNotification", "StatusNotification"])
    // The first one may have been on the wire, so that it stays; after it, the newest.
    #expect(bench.sent[0].contains("2026-01-02T03:04:15.678Z"))
    #expect(bench.sent[1].contains("2026-01-02T03:19:25.678Z"))
    #expect(bench.sent[9].contains("2026-01-02T03:20:45.678Z"))
    #expect(bench.station.figures.energy == 995)
  }

  @Test("A start that nobody takes stays at the head of a full queue")
  func startIsKept() {
    var plan = VisitPlan.short
    plan.stay = 500_000
    plan.queueLimit = 4
    var bench = StationBench(plan) { action, id in
      action == "StartTransaction" ? nil : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.pass(seconds: 1_000)
    bench.disconnect()
    bench.answer = StationBench.accept
    bench.forget()
    bench.connect()

    #expect(
      bench.actions == [
        "StartTransaction", "StatusNotification", "MeterValues", "MeterValues", "StopTransaction",
        "StatusNotification", "StatusNotification",
      ])
    #expect(bench.station.isDone)
  }

  @Test("A late or foreign answer changes nothing")
  func lateAnswers() {
    var bench = StationBench(.short) { _, _ in nil }
    bench.connect()
    let boot =
      StationBench.accept(action: "BootNotification", id: "00000000000000cd-00000001") ?? ""

    #expect(bench.receive("[3,\"other\",{}]") == "")
    #expect(bench.receive("[4,\"other\",\"GenericError\",\"\",{}]") == "")
    #expect(bench.station.phase == .registering)
    bench.disconnect()
    // The wire is gone: an answer out of the blue is not the one to the next sending.
    _ = bench.receive(boot)
    #expect(bench.station.phase == .registering)

    bench.connect()
    _ = bench.receive(boot)
    #expect(bench.station.phase == .authorizing)
    _ = bench.receive(boot)
    bench.proceed()
    #expect(bench.actions == ["BootNotification", "BootNotification", "StatusNotification"])
    #expect(bench.station.figures.errors == 0)
  }

  /// Whatever is lost, refused or repeated: the central system ends up with every message once, in
  /// order, and the bill is right.
  @Test("A visit over a bad wire is complete and told once", arguments: 1...100)
  func badWire(seed: UInt64) {
    var random = SplitMix(state: seed)
    var received: [String: String] = [:]
    var order: [String] = []
    var bench = StationBench(.short)
    bench.answer = { action, id in
      // The call is lost on the way,
      if Int.random(in: 0..<6, using: &random) == 0 { return nil }
      // or refused,
      if Int.random(in: 0..<8, using: &random) == 0 {
        return "[4,\"\(id)\",\"InternalError\",\"\",{}]"
      }
      if received.updateValue(action, forKey: id) == nil { order.append(action) }
      // or its answer is lost.
      if Int.random(in: 0..<6, using: &random) == 0 { return nil }
      return StationBench.accept(action: action, id: id)
    }
    bench.connect()
    var turns = 0
    while bench.station.phase != .finished && turns < 2_000 {
      turns += 1
      bench.pass(seconds: .random(in: 0...7, using: &random))
      if Int.random(in: 0..<2, using: &random) == 0 {
        bench.disconnect()
        bench.pass(seconds: .random(in: 0...3, using: &random))
        bench.connect()
      }
    }

    #expect(
      order.filter { $0 != "Heartbeat" } == [
        "BootNotification", "StatusNotification", "StatusNotification", "Authorize",
        "StartTransaction", "StatusNotification", "MeterValues", "MeterValues", "StopTransaction",
        "StatusNotification", "StatusNotification",
      ])
    #expect(bench.mostOutstanding == 1)
    #expect(bench.station.figures.meterValues == 2)
    #expect(
      bench.sent.contains { $0.contains("\"meterStop\":\(12_000 + bench.station.figures.energy),") }
    )
  }
}

@Suite("Calls to a virtual station")
struct StationCallTests {
  private func chargingBench() -> StationBench {
    var bench = StationBench()
    bench.connect()
    bench.pass(seconds: 12)
    return bench
  }

  @Test("RemoteStopTransaction stops its own transaction, as Remote")
  func remoteStop() {
    var bench = chargingBench()

    #expect(
      bench.receive(#"[2,"r","RemoteStopTransaction",{"transactionId":41}]"#)
        == #"[3,"r",{"status":"Accepted"}]"#)
    bench.proceed()

    #expect(
      bench.sent.contains { $0.contains("StopTransaction") && $0.contains(#""reason":"Remote""#) })
    #expect(bench.station.phase == .finished)
    #expect(
      bench.receive(#"[2,"r","RemoteStopTransaction",{"transactionId":41}]"#)
        == #"[3,"r",{"status":"Rejected"}]"#)
  }

  @Test("Another transaction is not stopped")
  func foreignStop() {
    var bench = chargingBench()

    #expect(
      bench.receive(#"[2,"r","RemoteStopTransaction",{"transactionId":40}]"#)
        == #"[3,"r",{"status":"Rejected"}]"#)
    #expect(bench.station.phase == .charging)
  }

  static let known =
    #"{"key":"HeartbeatInterval","readonly":true,"value":"300"},"#
    + #"{"key":"MeterValueSampleInterval","readonly":true,"value":"10"},"#
    + #"{"key":"NumberOfConnectors","readonly":true,"value":"1"}"#

  static let calls = [
    (
      #"[2,"c","GetConfiguration",{}]"#, "[3,\"c\",{\"configurationKey\":[\(known)]}]"
    ),
    (
      #"[2,"c","GetConfiguration",{"key":[]}]"#, "[3,\"c\",{\"configurationKey\":[\(known)]}]"
    ),
    (
      #"[2,"c","GetConfiguration",{"key":["NumberOfConnectors","Nonsense"]}]"#,
      #"[3,"c",{"configurationKey":[{"key":"NumberOfConnectors","readonly":true,"value":"1"}],"unknownKey":["Nonsense"]}]"#
    ),
    (#"[2,"c","DataTransfer",{"vendorId":"v"}]"#, #"[3,"c",{"status":"UnknownVendorId"}]"#),
    (
      #"[2,"c","Reset",{"type":"Hard"}]"#,
      #"[4,"c","NotSupported","this virtual station does not take this call",{}]"#
    ),
    (
      #"[2,"c","Heartbeat",{}]"#,
      #"[4,"c","NotSupported","this virtual station does not take this call",{}]"#
    ),
    (#"[2,"c","Fly",{}]"#, #"[4,"c","NotImplemented","unknown action at $[2]",{}]"#),
    (
      #"[2,"c","RemoteStopTransaction",{}]"#,
      #"[4,"c","OccurenceConstraintViolation","missing member transactionId at $[3]",{}]"#
    ),
    (
      #"[2,"c","DataTransfer",{"vendorId":7}]"#,
      #"[4,"c","TypeConstraintViolation","value of the wrong type at $[3].vendorId",{}]"#
    ),
    (
      #"[2,"c","GetConfiguration",{"key":7}]"#,
      #"[4,"c","TypeConstraintViolation","value of the wrong type at $[3].key",{}]"#
    ),
    (#"[2,"c"]"#, #"[4,"c","FormationViolation","too few items at $",{}]"#),
    (#"[9,"c",{}]"#, ""),
    ("[3]", ""),
    (#"[3,"c"]"#, ""),
    (#"[6,"c","Heartbeat",{}]"#, ""),
  ]

  @Test("Each call has its answer, and charging goes on", arguments: calls)
  func answered(call: String, answer: String) {
    var bench = chargingBench()

    #expect(bench.receive(call) == answer)
    #expect(bench.station.phase == .charging)
    bench.pass(seconds: 60)
    #expect(bench.station.phase == .finished)
  }
}

@Suite("The vehicle and the meter")
struct BatteryTests {
  private let battery = Battery(capacity: 10_000, initialCharge: 0, maximumPower: 20_000)

  @Test("Power rises for ten seconds, to the less of what is offered and what is taken")
  func ramp() {
    #expect(battery.power(elapsed: -5, energy: 0, offered: 11_000) == 0)
    #expect(battery.power(elapsed: 0, energy: 0, offered: 11_000) == 0)
    #expect(battery.power(elapsed: 5_000, energy: 0, offered: 11_000) == 5_500)
    #expect(battery.power(elapsed: 9_999, energy: 0, offered: 11_000) == 10_998)
    #expect(battery.power(elapsed: 10_000, energy: 0, offered: 11_000) == 11_000)
    #expect(battery.power(elapsed: 10_000, energy: 0, offered: 50_000) == 20_000)
  }

  @Test("From 80 % on it draws less and less, a tenth just before it is full, then nothing")
  func taper() {
    func power(_ perMille: Int64) -> Int64 {
      battery.power(elapsed: 60_000, energy: perMille * 10, offered: 10_000)
    }
    #expect(power(800) == 10_000)
    #expect(power(900) == 5_500)
    #expect(power(999) == 1_040)
    #expect(power(1_000) == 0)
    #expect(power(2_000) == 0)
    let curve = (800...1_000).map { power($0) }
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("The state of charge follows the energy and ends at full")
  func charge() {
    let battery = Battery(capacity: 50_000, initialCharge: 220, maximumPower: 1)
    #expect(battery.charge(after: 0) == 220)
    #expect(battery.charge(after: 25_000) == 720)
    #expect(battery.charge(after: 1_000_000) == 1_000)
    #expect(Battery(capacity: 0).capacity == 1)
  }

  @Test("The meter counts power over time, without losing what is less than a Wh")
  func meter() {
    var meter = EnergyMeter(register: 100)
    func at(_ milliseconds: Int64) -> DateTime { DateTime(milliseconds: milliseconds) }
    meter.advance(to: at(0), power: 999_999)
    #expect(meter.register == 100)
    for second in 1...3_600 as ClosedRange<Int64> {
      meter.advance(to: at(second * 1_000), power: 1)
    }
    #expect(meter.register == 101)
    // A clock that goes backwards takes nothing away.
    meter.advance(to: at(0), power: 1_000_000)
    #expect(meter.register == 101)
    meter.advance(to: at(3_600_000), power: 7)
    #expect(meter.register == 108)
  }
}
