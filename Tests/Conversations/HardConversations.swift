import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Conversations that go wrong")
struct HardConversations {
  static let bad = """
    CP1 > hello
    CP1 < [4,"-1","FormationViolation","unexpected character at $",{}]
    CP1 > {}
    CP1 < [4,"-1","FormationViolation","value of the wrong type at $",{}]
    CP1 > [2,"1"]
    CP1 < [4,"1","FormationViolation","too few items at $",{}]
    CP1 > [2,"2","Heartbeat",{},5]
    CP1 < [4,"2","FormationViolation","not an OCPP-J frame at $[3]",{}]
    CP1 > [2,"3","FlyToTheMoon",{}]
    CP1 < [4,"3","NotImplemented","unknown action at $[2]",{}]
    CP1 > [2,"4","Reset",{"type":"Hard"}]
    CP1 < [4,"4","NotSupported","this central system does not take this call",{}]
    CP1 > [2,"5","StartTransaction",{"connectorId":1,"idTag":"GOOD","meterStart":100}]
    CP1 < [4,"5","OccurenceConstraintViolation","missing member timestamp at $[3]",{}]
    CP1 > [2,"6","StartTransaction",{"connectorId":"1","idTag":"GOOD","meterStart":100,"timestamp":"2026-01-02T03:05:00Z"}]
    CP1 < [4,"6","TypeConstraintViolation","value of the wrong type at $[3].connectorId",{}]
    CP1 > [2,"7","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Sleeping"}]
    CP1 < [4,"7","PropertyConstraintViolation","value not in the list of allowed values at $[3].status",{}]
    CP1 > [2,"8","Authorize",{"idTag":"\\ud800"}]
    CP1 < [4,"8","FormationViolation","bad escape sequence in a string at $[3].idTag",{}]
    # Passed over: an answer to nothing, unknown message types.
    CP1 > [3,"9",{}]
    CP1 > [4,"9","GenericError","",{}]
    CP1 > [9,"9",{}]
    CP1 > [2,"10","Heartbeat",{}]
    CP1 < [3,"10",{"currentTime":"2026-01-02T03:04:05.678Z"}]

    """

  @Test(
    "Bad messages are answered with their code and place, and change nothing",
    arguments: Wiring.allCases)
  func badMessages(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])

    #expect(try Conversation(Self.bad).run(in: system) == [])

    let counts = try system.store.read { (reader) throws(StoreError) in try reader.counts() }
    #expect(counts.activeTransactions + counts.completedTransactions == 0)
    #expect(counts.unmatchedTransactions == 0)
  }

  @Test("One station's bad messages do not disturb another's visit", arguments: Wiring.allCases)
  func besideOthers(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let conversation = Conversation(
      """
      CP2 > [2,"a","StartTransaction",\(VisitConversations.start)]
      CP2 < [3,"a",{"idTagInfo":{"status":"Accepted"},"transactionId":1}]

      """ + Self.bad + """
        CP2 > [2,"b","StopTransaction",{"meterStop":200,"timestamp":"2026-01-02T03:15:00Z","transactionId":1}]
        CP2 < [3,"b",{}]
        """)

    #expect(try conversation.run(in: system) == [])
  }

  @Test("200 calls at once are answered in the order they came", arguments: Wiring.allCases)
  func pipelined(wiring: Wiring) throws {
    let system = try wiring.centralSystem(tokens: ["GOOD"])
    let numbers = 1...200
    let calls = numbers.map {
      "CP1 > [2,\"\($0)\",\"StartTransaction\",{\"connectorId\":\($0),\"idTag\":\"GOOD\","
        + "\"meterStart\":0,\"timestamp\":\"2026-01-02T03:05:00Z\"}]"
    }
    let answers = numbers.map {
      "CP1 < [3,\"\($0)\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":\($0)}]"
    }
    let conversation = Conversation((calls + answers).joined(separator: "\n"))

    #expect(try conversation.run(in: system) == [])
  }

  @Test("A long message is taken whole", arguments: Wiring.allCases)
  func longMessage(wiring: Wiring) throws {
    let system = try wiring.centralSystem()
    let sample = #"{"value":"\#(String(repeating: "f", count: 500))","format":"SignedData"}"#
    let samples = Array(repeating: sample, count: 100).joined(separator: ",")
    let conversation = Conversation(
      """
      CP1 > [2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-02T03:06:00Z","sampledValue":[\(samples)]}]}]
      CP1 < [3,"1",{}]
      """)

    #expect(try conversation.run(in: system) == [])
  }
}
