import CSMSCore
import OCPP16
import OCPPJSON
import Testing

@Suite("A session answers only once the fact is kept")
struct Session16HoldTests {
  @Test("BootNotification is kept with everything it says, and then accepted")
  func boot() throws {
    var bench = SessionBench(SessionPolicy(heartbeatInterval: 77))

    let (fact, pending) = try bench.hold(
      #"[2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","#
        + #""chargePointSerialNumber":"S","chargeBoxSerialNumber":"B","firmwareVersion":"F","#
        + #""iccid":"I","imsi":"J","meterType":"T","meterSerialNumber":"N"}]"#)

    guard case .booted(let boot) = fact else { throw Unexpected(reaction: "\(fact)") }
    var expected = StationBoot(vendor: "V", model: "M")
    expected.chargePointSerialNumber = "S"
    expected.chargeBoxSerialNumber = "B"
    expected.firmwareVersion = "F"
    expected.iccid = "I"
    expected.imsi = "J"
    expected.meterType = "T"
    expected.meterSerialNumber = "N"
    #expect(boot == expected)

    bench.now = DateTime(milliseconds: bench.now.milliseconds + 22)
    #expect(
      bench.answer(pending, .kept)
        == #"[3,"b",{"status":"Accepted","currentTime":"2026-01-02T03:04:05.700Z","interval":77}]"#)
  }

  @Test("StatusNotification is kept with everything it says")
  func status() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"s","StatusNotification",{"connectorId":2,"errorCode":"GroundFailure","#
        + #""info":"i","status":"Faulted","timestamp":"2026-01-02T03:04:05+01:00","#
        + #""vendorId":"v","vendorErrorCode":"e"}]"#)

    guard case .connectorStatus(let status) = fact else { throw Unexpected(reaction: "\(fact)") }
    var expected = ConnectorStatus(connector: 2, status: "Faulted", errorCode: "GroundFailure")
    expected.info = "i"
    expected.vendorId = "v"
    expected.vendorErrorCode = "e"
    expected.timestamp = DateTime("2026-01-02T02:04:05Z")
    #expect(status == expected)
    #expect(bench.answer(pending, .kept) == #"[3,"s",{}]"#)
  }

  @Test("StartTransaction is kept with the verdict, and answered with the id the ledger gave")
  func start() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"t","StartTransaction",{"connectorId":1,"idTag":"FAMILY","meterStart":5,"#
        + #""reservationId":9,"timestamp":"2026-01-02T03:00:00Z"}]"#)

    guard case .transactionStarted(let start) = fact else { throw Unexpected(reaction: "\(fact)") }
    var expected = TransactionStart(
      connector: 1, idTag: "FAMILY", meterStart: 5,
      timestamp: try #require(DateTime("2026-01-02T03:00:00Z")), authorization: "Accepted")
    expected.reservationId = 9
    expected.group = "HOME"
    #expect(start == expected)
    let answer =
      #"[3,"t",{"idTagInfo":{"expiryDate":"2027-01-15T08:00:00.000Z","parentIdTag":"HOME","#
      + #""status":"Accepted"},"transactionId":41}]"#
    #expect(bench.answer(pending, .transaction(id: 41, isNew: true)) == answer)
    #expect(bench.answer(pending, .transaction(id: 41, isNew: false)) == answer)
  }

  @Test("A start with a token that may not charge is kept too, for energy may have flowed")
  func refusedStart() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"t","StartTransaction",{"connectorId":1,"idTag":"STOLEN","meterStart":0,"#
        + #""timestamp":"2026-01-02T03:00:00Z"}]"#)

    guard case .transactionStarted(let start) = fact else { throw Unexpected(reaction: "\(fact)") }
    #expect(start.authorization == "Blocked")
    #expect(
      bench.answer(pending, .transaction(id: 42, isNew: true))
        == #"[3,"t",{"idTagInfo":{"status":"Blocked"},"transactionId":42}]"#)
  }

  @Test("MeterValues are kept packed, with and without a transaction")
  func meterValues() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"m","MeterValues",{"connectorId":1,"transactionId":41,"meterValue":[{"timestamp":"#
        + #""2026-01-02T03:00:00Z","sampledValue":[{"value":"16.10","unit":"kWh"}]}]}]"#)

    guard case .meterValues(let report) = fact else { throw Unexpected(reaction: "\(fact)") }
    #expect(report.connector == 1)
    #expect(report.transactionId == 41)
    #expect(
      MeterPacking.unpack(report.readings) == [
        MeterValue(
          timestamp: try #require(DateTime("2026-01-02T03:00:00Z")),
          sampledValue: [SampledValue(value: "16.10", unit: .kWh)])
      ])
    #expect(bench.answer(pending, .kept) == #"[3,"m",{}]"#)

    let (other, _) = try bench.hold(
      #"[2,"m","MeterValues",{"connectorId":0,"meterValue":[{"timestamp":"#
        + #""2026-01-02T03:00:00Z","sampledValue":[{"value":"1"}]}]}]"#)
    guard case .meterValues(let main) = other else { throw Unexpected(reaction: "\(other)") }
    #expect(main.transactionId == nil)
  }

  @Test("StopTransaction is kept with everything it says, whatever it did to the ledger")
  func stop() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"x","StopTransaction",{"idTag":"GOOD","meterStop":900,"timestamp":"#
        + #""2026-01-02T04:00:00Z","transactionId":41,"reason":"Remote","transactionData":"#
        + #"[{"timestamp":"2026-01-02T04:00:00Z","sampledValue":[{"value":"900"}]}]}]"#)

    guard case .transactionStopped(let stop) = fact else { throw Unexpected(reaction: "\(fact)") }
    let time = try #require(DateTime("2026-01-02T04:00:00Z"))
    var expected = TransactionStop(transactionId: 41, meterStop: 900, timestamp: time)
    expected.idTag = "GOOD"
    expected.reason = "Remote"
    expected.readings = MeterPacking.pack([
      MeterValue(timestamp: time, sampledValue: [SampledValue(value: "900")])
    ])
    #expect(stop == expected)
    for outcome in [StopOutcome.closed, .repeated, .unmatched] {
      #expect(
        bench.answer(pending, .stopped(outcome))
          == #"[3,"x",{"idTagInfo":{"status":"Accepted"}}]"#)
    }
  }

  @Test("A stop without a tag gets no verdict")
  func anonymousStop() throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold(
      #"[2,"x","StopTransaction",{"meterStop":900,"timestamp":"2026-01-02T04:00:00Z","#
        + #""transactionId":-1}]"#)

    guard case .transactionStopped(let stop) = fact else { throw Unexpected(reaction: "\(fact)") }
    #expect(stop.transactionId == -1)
    #expect(stop.reason == nil)
    #expect(stop.readings == [])
    #expect(bench.answer(pending, .stopped(.unmatched)) == #"[3,"x",{}]"#)
  }

  static let notices: [(String, String, StationNotice)] = {
    var security = StationNotice(kind: "SecurityEventNotification", status: "TamperDetection")
    security.info = "lid"
    security.timestamp = DateTime(milliseconds: 1_767_323_045_000)
    var log = StationNotice(kind: "LogStatusNotification", status: "Uploading")
    log.requestId = 3
    var firmware = StationNotice(kind: "SignedFirmwareStatusNotification", status: "Installed")
    firmware.requestId = 4
    return [
      (
        "DiagnosticsStatusNotification", #"{"status":"Uploaded"}"#,
        StationNotice(kind: "DiagnosticsStatusNotification", status: "Uploaded")
      ),
      (
        "FirmwareStatusNotification", #"{"status":"Downloading"}"#,
        StationNotice(kind: "FirmwareStatusNotification", status: "Downloading")
      ),
      ("LogStatusNotification", #"{"status":"Uploading","requestId":3}"#, log),
      ("SignedFirmwareStatusNotification", #"{"status":"Installed","requestId":4}"#, firmware),
      (
        "SecurityEventNotification",
        #"{"type":"TamperDetection","timestamp":"2026-01-02T03:04:05Z","techInfo":"lid"}"#, security
      ),
    ]
  }()

  @Test("Reports are kept as notices", arguments: notices)
  func notice(action: String, payload: String, expected: StationNotice) throws {
    var bench = SessionBench()

    let (fact, pending) = try bench.hold("[2,\"n\",\"\(action)\",\(payload)]")

    guard case .notice(let notice) = fact else { throw Unexpected(reaction: "\(fact)") }
    #expect(notice == expected)
    #expect(bench.answer(pending, .kept) == #"[3,"n",{}]"#)
  }

  static let held = [
    #"[2,"x","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#,
    #"[2,"x","StatusNotification",{"connectorId":0,"errorCode":"NoError","status":"Available"}]"#,
    #"[2,"x","StartTransaction",{"connectorId":1,"idTag":"GOOD","meterStart":5,"timestamp":"2026-01-02T03:00:00Z"}]"#,
    #"[2,"x","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-02T03:00:00Z","sampledValue":[{"value":"1"}]}]}]"#,
    #"[2,"x","StopTransaction",{"meterStop":9,"timestamp":"2026-01-02T04:00:00Z","transactionId":1}]"#,
    #"[2,"x","FirmwareStatusNotification",{"status":"Idle"}]"#,
  ]

  @Test("What could not be kept is answered with InternalError, whatever it was", arguments: held)
  func failed(frame: String) throws {
    var bench = SessionBench()

    let (_, pending) = try bench.hold(frame)

    #expect(
      bench.answer(pending, .failed)
        == #"[4,"x","InternalError","the message could not be stored; send it again",{}]"#)
  }

  @Test("Answers may leave in any order, each to its own call")
  func anyOrder() throws {
    var bench = SessionBench()
    let (_, first) = try bench.hold(#"[2,"1","FirmwareStatusNotification",{"status":"Idle"}]"#)
    let (_, second) = try bench.hold(#"[2,"2","FirmwareStatusNotification",{"status":"Idle"}]"#)

    #expect(bench.answer(second, .kept) == #"[3,"2",{}]"#)
    #expect(bench.answer(first, .kept) == #"[3,"1",{}]"#)
    #expect(first.action == Action.firmwareStatusNotification.rawValue)
  }
}
