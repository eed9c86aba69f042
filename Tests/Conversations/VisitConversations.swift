import CSMSCore
import OCPP16
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("A visit")
struct VisitConversations {
  static let boot = """
    CP1 > [2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]
    CP1 < [3,"1",{"status":"Accepted","currentTime":"2026-01-02T03:04:05.678Z","interval":300}]

    """

  static let start =
    #"{"connectorId":1,"idTag":"GOOD","meterStart":100,"timestamp":"2026-01-02T03:05:00Z"}"#

  @Test("From boot to stop, all of it is answered and on record", arguments: Wiring.allCases)
  func wholeVisit(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let visit = Conversation(
      Self.boot + """
        CP1 > [2,"2","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Preparing"}]
        CP1 < [3,"2",{}]
        CP1 > [2,"3","Authorize",{"idTag":"good"}]
        CP1 < [3,"3",{"idTagInfo":{"status":"Accepted"}}]
        CP1 > [2,"4","StartTransaction",\(Self.start)]
        CP1 < [3,"4",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
        + 60000
        CP1 > [2,"5","MeterValues",{"connectorId":1,"transactionId":1,"meterValue":[{"timestamp":"2026-01-02T03:06:00Z","sampledValue":[{"value":"467.10","measurand":"Energy.Active.Import.Register","unit":"Wh"}]}]}]
        CP1 < [3,"5",{}]
        CP1 > [2,"6","Heartbeat",{}]
        CP1 < [3,"6",{"currentTime":"2026-01-02T03:05:05.678Z"}]
        CP1 > [2,"7","DataTransfer",{"vendorId":"com.example"}]
        CP1 < [3,"7",{"status":"UnknownVendorId"}]
        CP1 > [2,"8","StopTransaction",{"idTag":"GOOD","meterStop":900,"timestamp":"2026-01-02T03:15:00Z","transactionId":1,"reason":"Local"}]
        CP1 < [3,"8",{"idTagInfo":{"status":"Accepted"}}]
        CP1 > [2,"9","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]
        CP1 < [3,"9",{}]
        """)

    #expect(try visit.run(in: system) == [])

    let (row, records, connectors) = try system.store.read { (reader) throws(StoreError) in
      (
        try reader.transaction(1), try reader.meterRecords(ofTransaction: 1),
        try reader.connectors(of: "CP1")
      )
    }
    #expect(row?.status == .completed)
    #expect(row?.energyWh == 800)
    #expect(
      MeterPacking.unpack(records) == [
        MeterValue(
          timestamp: try #require(DateTime("2026-01-02T03:06:00Z")),
          sampledValue: [
            SampledValue(value: "467.10", measurand: .energyActiveImportRegister, unit: .wh)
          ])
      ])
    #expect(connectors.map(\.status.status) == ["Available"])
  }

  @Test(
    "A start that is sent again, on a new connection and with a new id, is the same transaction",
    arguments: Wiring.allCases)
  func resentStart(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let conversation = Conversation(
      Self.boot + """
        CP1 > [2,"2","StartTransaction",\(Self.start)]
        CP1 < [3,"2",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
        CP1 > [2,"2","StartTransaction",\(Self.start)]
        CP1 < [3,"2",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
        CP1 reconnects
        CP1 > [2,"other","StartTransaction",\(Self.start)]
        CP1 < [3,"other",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
        # A millisecond later it is another one.
        CP1 > [2,"3","StartTransaction",{"connectorId":1,"idTag":"GOOD","meterStart":100,"timestamp":"2026-01-02T03:05:00.001Z"}]
        CP1 < [3,"3",{"idTagInfo":{"status":"Accepted"},"transactionId":2}]
        """)

    #expect(try conversation.run(in: system) == [])
    let counts = try system.store.read { (reader) throws(StoreError) in try reader.counts() }
    #expect(counts.activeTransactions == 1 && counts.reconciledTransactions == 1)
  }

  @Test(
    "A stop that is sent again is confirmed and billed once; an unknown one is confirmed and kept apart",
    arguments: Wiring.allCases)
  func unknownAndRepeatedStops(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let stop = #"{"meterStop":900,"timestamp":"2026-01-02T03:15:00Z","transactionId":1}"#
    let conversation = Conversation(
      """
      CP1 > [2,"1","StartTransaction",\(Self.start)]
      CP1 < [3,"1",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
      CP1 > [2,"2","StopTransaction",\(stop)]
      CP1 < [3,"2",{}]
      CP1 > [2,"3","StopTransaction",\(stop)]
      CP1 < [3,"3",{}]
      # Another meter reading does not change the bill.
      CP1 > [2,"4","StopTransaction",{"meterStop":5000,"timestamp":"2026-01-02T03:15:00Z","transactionId":1}]
      CP1 < [3,"4",{}]
      CP1 > [2,"5","StopTransaction",{"meterStop":7,"timestamp":"2026-01-02T03:15:00Z","transactionId":77}]
      CP1 < [3,"5",{}]
      CP1 > [2,"6","StopTransaction",{"meterStop":7,"timestamp":"2026-01-02T03:15:00Z","transactionId":77}]
      CP1 < [3,"6",{}]
      # Somebody else's transaction is unknown too.
      CP2 > [2,"1","StopTransaction",\(stop)]
      CP2 < [3,"1",{}]
      """)

    #expect(try conversation.run(in: system) == [])
    let (row, counts) = try system.store.read { (reader) throws(StoreError) in
      (try reader.transaction(1), try reader.counts())
    }
    #expect(row?.energyWh == 800)
    #expect(counts.completedTransactions == 1)
    #expect(counts.unmatchedTransactions == 2)
  }

  @Test("A blocked visit is recorded and told so", arguments: Wiring.allCases)
  func invalidToken(wiring: Wiring) throws {
    let system = try wiring.centralSystem()
    let conversation = Conversation(
      """
      CP1 > [2,"1","Authorize",{"idTag":"GOOD"}]
      CP1 < [3,"1",{"idTagInfo":{"status":"Invalid"}}]
      CP1 > [2,"2","StartTransaction",\(Self.start)]
      CP1 < [3,"2",{"idTagInfo":{"status":"Invalid"},"transactionId":1}]
      """)

    #expect(try conversation.run(in: system) == [])
    let row = try system.store.read { (reader) throws(StoreError) in try reader.transaction(1) }
    #expect(row?.authorization == "Invalid")
  }

  @Test("Two stations do not hear each other's answers", arguments: Wiring.allCases)
  func twoStations(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let conversation = Conversation(
      """
      CP1 > [2,"same","StartTransaction",\(Self.start)]
      CP1 < [3,"same",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]
      CP2 > [2,"same","StartTransaction",\(Self.start)]
      CP1 > [2,"3","StopTransaction",{"meterStop":100,"timestamp":"2026-01-02T03:15:00Z","transactionId":1}]
      CP2 < [3,"same",{"idTagInfo":{"status":"Accepted"},"transactionId":2}]
      CP1 < [3,"3",{}]
      CP2 > [2,"4","Heartbeat",{}]
      CP2 < [3,"4",{"currentTime":"2026-01-02T03:04:05.678Z"}]
      """)

    #expect(try conversation.run(in: system) == [])
    let rows = try system.store.read { (reader) throws(StoreError) in
      (try reader.transaction(1), try reader.transaction(2))
    }
    #expect(rows.0?.station == "CP1")
    #expect(rows.0?.energyWh == 0)
    #expect(rows.1?.station == "CP2")
    #expect(rows.1?.status == .active)
  }
}
