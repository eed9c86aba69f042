import OCPPJSON
import StationCore
import Testing

@Suite("A virtual station's visit")
struct VisitTests {
  static func meterValue(_ register: Int, _ power: Int, _ context: String, _ time: String) -> String
  {
    func sample(_ value: Int, _ measurand: String, _ place: String, _ unit: String) -> String {
      "{\"value\":\"\(value)\",\"context\":\"\(context)\",\"measurand\":\"\(measurand)\","
        + "\"location\":\"\(place)\",\"unit\":\"\(unit)\"}"
    }
    let samples = [
      sample(register, "Energy.Active.Import.Register", "Outlet", "Wh"),
      sample(power, "Power.Active.Import", "Outlet", "W"), sample(22, "SoC", "EV", "Percent"),
    ]
    return "[{\"timestamp\":\"\(time)\",\"sampledValue\":[\(samples.joined(separator: ","))]}]"
  }

  @Test("The whole visit, frame by frame")
  func frameByFrame() {
    var bench = StationBench()
    bench.connect()
    bench.pass(seconds: 60)

    func id(_ number: Int) -> String { "00000000000000cd-0000000" + String(number, radix: 16) }
    func status(_ connector: Int, _ status: String, _ time: String) -> String {
      "{\"connectorId\":\(connector),\"errorCode\":\"NoError\",\"status\":\"\(status)\","
        + "\"timestamp\":\"\(time)\"}"
    }
    let t0 = "2026-01-02T03:04:05.678Z"
    let t10 = "2026-01-02T03:04:15.678Z"
    let t20 = "2026-01-02T03:04:25.678Z"
    let t30 = "2026-01-02T03:04:35.678Z"
    let expected = [
      (
        "BootNotification",
        #"{"chargePointVendor":"swift-ocpp","chargePointModel":"VirtualStation","firmwareVersion":"1.0"}"#
      ),
      ("StatusNotification", status(0, "Available", t0)),
      ("StatusNotification", status(1, "Preparing", t0)),
      ("Authorize", #"{"idTag":"DEMO0001"}"#),
      (
        "StartTransaction",
        "{\"connectorId\":1,\"idTag\":\"DEMO0001\",\"meterStart\":12000,\"timestamp\":\"\(t0)\"}"
      ),
      ("StatusNotification", status(1, "Charging", t0)),
      (
        "MeterValues",
        "{\"connectorId\":1,\"transactionId\":41,\"meterValue\":\(Self.meterValue(12000, 3600, "Sample.Periodic", t10))}"
      ),
      (
        "MeterValues",
        "{\"connectorId\":1,\"transactionId\":41,\"meterValue\":\(Self.meterValue(12010, 3600, "Sample.Periodic", t20))}"
      ),
      (
        "StopTransaction",
        "{\"idTag\":\"DEMO0001\",\"meterStop\":12020,\"timestamp\":\"\(t30)\",\"transactionId\":41,\"reason\":\"Local\",\"transactionData\":\(Self.meterValue(12020, 0, "Transaction.End", t30))}"
      ),
      ("StatusNotification", status(1, "Finishing", t30)),
      ("StatusNotification", status(1, "Available", t30)),
    ]
    #expect(bench.sent.count == expected.count)
    for (index, (action, payload)) in expected.enumerated() where index < bench.sent.count {
      #expect(bench.sent[index] == "[2,\"\(id(index + 1))\",\"\(action)\",\(payload)]")
    }
    #expect(bench.station.phase == .finished)
    #expect(bench.station.isDone)
    #expect(bench.mostOutstanding == 1)
    #expect(bench.station.figures.transactionId == 41)
    #expect(bench.station.figures.energy == 20)
    #expect(bench.station.figures.power == 0)
    #expect(bench.station.figures.meterValues == 2)
    #expect(bench.station.figures.errors == 0)
  }

  @Test("The register never falls, and the energy is what it rose by")
  func energy() throws {
    var plan = VisitPlan()
    plan.battery = Battery(capacity: 5_000, initialCharge: 500, maximumPower: 11_000)
    plan.stay = 3_600_000
    plan.sampleInterval = 7_000
    var bench = StationBench(plan)
    bench.connect()
    while bench.station.phase != .finished { bench.pass(seconds: 0.9) }

    let registers = bench.sent.compactMap { frame -> Int? in
      guard frame.contains("Energy.Active.Import.Register") else { return nil }
      return frame.split(separator: "\"value\":\"").dropFirst().first
        .flatMap { Int($0.prefix { $0 != "\"" }) }
    }
    #expect(registers.count > 500)
    #expect(registers == registers.sorted())
    let stop = try #require(bench.sent.first { $0.contains("StopTransaction") })
    let meterStop = try #require(
      stop.split(separator: "\"meterStop\":").dropFirst().first.flatMap {
        Int($0.prefix { $0 != "," })
      })
    #expect(meterStop == registers.last)
    #expect(Int64(meterStop - 12_000) == bench.station.figures.energy)
    // The battery is full, to the Wh the tick is coarse by.
    #expect(bench.station.figures.stateOfCharge == 1000)
    #expect((2_500...2_505).contains(bench.station.figures.energy))
  }

  @Test("A driver who comes back early ends the session; twice changes nothing")
  func earlyStop() {
    var bench = StationBench()
    bench.connect()
    bench.pass(seconds: 12)

    bench.station.stop(now: bench.now)
    bench.station.stop(now: bench.now)
    bench.proceed()

    #expect(bench.actions.filter { $0 == "StopTransaction" }.count == 1)
    #expect(bench.sent.contains { $0.contains("\"meterStop\":12002") && $0.contains("\"Local\"") })
    #expect(bench.station.phase == .finished)
  }

  @Test("Nobody can stop what has not begun")
  func stopBefore() {
    var bench = StationBench(.short) { _, _ in nil }
    bench.connect()

    bench.station.stop(now: bench.now)

    #expect(bench.station.phase == .registering)
  }

  @Test("A station with nothing to say sends heartbeats at the interval it was given")
  func heartbeats() {
    var plan = VisitPlan.short
    plan.stay = 1_000_000
    plan.sampleInterval = 10_000_000
    var bench = StationBench(plan) { action, id in
      action == "BootNotification"
        ? "[3,\"\(id)\",{\"status\":\"Accepted\",\"currentTime\":\"2026-01-02T03:04:05Z\",\"interval\":60}]"
        : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.pass(seconds: 59)
    #expect(!bench.actions.contains("Heartbeat"))
    bench.pass(seconds: 1)
    #expect(bench.actions.filter { $0 == "Heartbeat" }.count == 1)
    bench.pass(seconds: 300)
    #expect(bench.actions.filter { $0 == "Heartbeat" }.count == 6)
  }
}

@Suite("A virtual station that is not welcome")
struct RefusalTests {
  private func boot(_ status: String, _ interval: Int) -> (String, String) -> String? {
    { action, id in
      action == "BootNotification"
        ? "[3,\"\(id)\",{\"status\":\"\(status)\",\"currentTime\":\"2026-01-02T03:04:05Z\",\"interval\":\(interval)}]"
        : StationBench.accept(action: action, id: id)
    }
  }

  @Test(
    "Pending or Rejected: it says nothing but its boot, again after the interval",
    arguments: ["Pending", "Rejected"], [(25, 25.0), (0, 10.0)])
  func notAccepted(status: String, wait: (interval: Int, seconds: Double)) {
    var bench = StationBench(.short, boot(status, wait.interval))
    bench.connect()
    #expect(bench.actions == ["BootNotification"])

    bench.pass(seconds: wait.seconds - 0.001)
    #expect(bench.actions == ["BootNotification"])
    bench.pass(seconds: 0.001)
    #expect(bench.actions == ["BootNotification", "BootNotification"])
    // A new attempt is a new message.
    #expect(Set(bench.sent).count == 2)

    bench.answer = StationBench.accept
    bench.pass(seconds: wait.seconds)
    #expect(bench.station.phase == .charging)
  }

  @Test("A registration that cannot be read is tried again")
  func unreadableBoot() {
    var bench = StationBench(.short) { _, id in "[3,\"\(id)\",{\"status\":\"Perhaps\"}]" }
    bench.connect()
    #expect(bench.station.phase == .registering)
    bench.answer = StationBench.accept
    bench.pass(seconds: 10)
    #expect(bench.station.phase == .charging)
  }

  @Test(
    "A refused token: no energy flows, the connector is available again, the visit is over",
    arguments: ["Blocked", "Expired", "Invalid", "ConcurrentTx", "Nonsense"])
  func refusedToken(status: String) {
    var bench = StationBench(.short) { action, id in
      action == "Authorize"
        ? "[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"\(status)\"}}]"
        : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.pass(seconds: 60)

    #expect(
      bench.actions == [
        "BootNotification", "StatusNotification", "StatusNotification", "Authorize",
        "StatusNotification",
      ])
    #expect(
      bench.sent.last?.contains(#""connectorId":1,"errorCode":"NoError","status":"Available""#)
        == true)
    #expect(bench.station.phase == .refused(.token))
    #expect(bench.station.isDone)
    #expect(bench.station.figures.energy == 0)
  }

  @Test("A start that is not accepted ends the transaction with DeAuthorized")
  func deAuthorized() {
    var bench = StationBench(.short) { action, id in
      action == "StartTransaction"
        ? "[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Blocked\"},\"transactionId\":42}]"
        : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.pass(seconds: 60)

    let stops = bench.sent.filter { $0.contains("StopTransaction") }
    #expect(stops.count == 1)
    #expect(stops.first?.contains(#""transactionId":42,"reason":"DeAuthorized""#) == true)
    #expect(stops.first?.contains(#""meterStop":12000"#) == true)
    #expect(bench.station.phase == .finished)
  }

  @Test("A start whose answer cannot be read is sent again under the same id")
  func unreadableStart() {
    var bench = StationBench(.short) { action, id in
      action == "StartTransaction"
        ? "[3,\"\(id)\",{}]" : StationBench.accept(action: action, id: id)
    }
    bench.connect()
    bench.answer = StationBench.accept
    bench.pass(seconds: 60)

    let starts = bench.sent.filter { $0.contains("StartTransaction") }
    #expect(starts.count == 2)
    #expect(Set(starts).count == 1)
    #expect(bench.station.phase == .finished)
  }

  @Test("A CALLERROR: the same message again, ten seconds later, and nothing before it")
  func callError() {
    var refusals = 2
    var bench = StationBench(.short) { action, id in
      if action == "StartTransaction" && refusals > 0 {
        refusals -= 1
        return "[4,\"\(id)\",\"InternalError\",\"\",{}]"
      }
      return StationBench.accept(action: action, id: id)
    }
    bench.connect()
    #expect(bench.actions.last == "StartTransaction")
    bench.pass(seconds: 9.999)
    #expect(bench.actions.filter { $0 == "StartTransaction" }.count == 1)
    bench.pass(seconds: 0.001)
    #expect(bench.actions.filter { $0 == "StartTransaction" }.count == 2)
    bench.pass(seconds: 60)

    let starts = bench.sent.filter { $0.contains("StartTransaction") }
    #expect(starts.count == 3)
    #expect(Set(starts).count == 1)
    #expect(bench.station.figures.errors == 2)
    #expect(bench.station.phase == .finished)
  }
}
