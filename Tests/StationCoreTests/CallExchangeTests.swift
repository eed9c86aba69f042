import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct CallExchangeTests {
  @Test("One call is outstanding at a time, and each has its own time-out", .covers("CP16-12"))
  func oneCall() {
    let bench = Bench.accepted()
    bench.configure("MessageTimeout", "10")
    bench.reply = { $0.action == "Authorize" ? .silence : .usual }
    bench.swipe("TAG1")
    bench.handle(.cableInserted(connector: 1))
    let before = bench.sent.count
    bench.run(9_900)
    #expect(bench.sent.count == before)
    bench.run(200)
    #expect(bench.sent.count > before)
  }

  @Test("An answer with an unknown id disturbs nothing", .covers("CP16-13"))
  func unknownAnswer() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "Authorize" ? .silence : .usual }
    bench.plug()
    bench.swipe("TAG1")
    let id = bench.calls("Authorize")[0].id
    bench.receive("[3,\"nobody\",{\"idTagInfo\":{\"status\":\"Blocked\"}}]")
    bench.receive("[4,\"nobody\",\"GenericError\",\"\",{}]")
    bench.reply = { _ in .usual }
    bench.receive("[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
    #expect(bench.calls("StartTransaction").count == 1)
  }

  @Test(
    "Message ids are unique across connections and starts; a retry keeps its id", .covers("CP16-14")
  )
  func messageIDs() {
    let bench = Bench.accepted()
    bench.reply = { $0.action == "StartTransaction" ? .silence : .usual }
    bench.charge()
    bench.goOffline()
    bench.goOnline()
    bench.goOffline()
    let next = bench.rebooted()
    next.reply = { _ in .usual }
    next.powerOn()
    let starts = bench.calls("StartTransaction") + next.calls("StartTransaction")
    #expect(starts.count >= 3)
    #expect(Set(starts.map(\.id)).count == 1)
    #expect(Set(starts.map { $0.string("timestamp") }).count == 1)
    let others = (bench.sent + next.sent).filter { $0.kind == 2 && $0.action != "StartTransaction" }
    #expect(Set(others.map(\.id)).count == others.count)
  }

  @Test(
    "Bad calls get the fitting CALLERROR with the path, and answers never one", .covers("CP16-15"))
  func badCalls() {
    let bench = Bench.accepted()
    func code(_ action: String, _ json: String) -> String? {
      bench.call(action, json)?.string("code")
    }
    #expect(code("MakeCoffee", "{}") == "NotImplemented")
    #expect(code("Heartbeat", "{}") == "NotSupported")
    #expect(code("Reset", "{}") == "OccurenceConstraintViolation")
    #expect(code("Reset", "{\"type\":\"Lukewarm\"}") == "PropertyConstraintViolation")
    #expect(code("Reset", "{\"type\":7}") == "TypeConstraintViolation")
    #expect(code("Reset", "{\"type\":\"Soft\",\"x\":1}") == "FormationViolation")
    #expect(bench.sent.last?.string("description")?.contains("$[3]") == true)
    let before = bench.sent.count
    bench.receive("[3,\"x\",{\"broken\"]")
    bench.receive("[4,\"x\"]")
    bench.receive("nonsense")
    #expect(bench.sent.count <= before + 1)
    #expect(bench.reboots.isEmpty)
    let small = Bench.accepted {
      $0.listLimit = 0; $0.profileLimit = 0
    }
    #expect(
      small.call("SendLocalList", "{\"listVersion\":1,\"updateType\":\"Full\"}")?.string("code")
        == "NotSupported")
    #expect(small.call("ClearChargingProfile")?.string("code") == "NotSupported")
  }

  @Test(
    "A message beyond the buffer is refused or closes with 1009, and nothing stalls",
    .covers("CP16-16"))
  func largeMessage() {
    let bench = Bench.accepted()
    let blob = String(repeating: "x", count: 20_000)
    #expect(
      bench.call("DataTransfer", "{\"vendorId\":\"v\",\"data\":\"\(blob)\"}")?.string("code")
        == "GenericError")
    bench.receive("[3,\"id\",{\"data\":\"\(blob)\"}]")
    #expect(bench.steps.contains { if case .closeSocket(1009) = $0 { true } else { false } })
    bench.run(10_000)
    bench.charge()
    #expect(bench.calls("StartTransaction").count == 1)
  }
}
