import OCPPJSON
import StationCore
import Testing

@testable import StationHost

@Suite("Scenarios and typed commands")
struct ScriptTests {
  private func fault(_ text: String) -> String? {
    do throws(SyntaxError) {
      _ = try Script(text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    "A line that makes no sense is named with what is wrong",
    arguments: [
      ("dance", "1: there is no command \"dance\""),
      ("plug", "1: the connector's number is missing"),
      ("plug 65", "1: \"65\" is no connector's number"),
      ("plug 1 soc", "1: \"soc\" is not NAME=NUMBER"),
      ("plug 1 soc=101", "1: \"soc=101\": no such property of a vehicle, or out of its range"),
      ("unplug 1 2", "1: \"2\" is one word too many"),
      ("swipe \"TAG", "1: a quotation mark is missing"),
      ("stop 1 softly", "1: \"softly\" is no button; there is: emergency"),
      ("power up", "1: power goes on, off or cycle, not \"up\""),
      ("config KEY", "1: the value is missing"),
      ("after", "1: a time, such as 2s is missing"),
      ("at 2d plug 1", "1: \"2d\" is no time, such as 500ms, 2s, 5m or 1h"),
      ("expect", "1: what is expected is missing"),
      ("expect link sunny", "1: \"sunny\" is no state of the link"),
      ("expect power 1 ~ 5", "1: \"~\" is not one of = != < <= > >="),
      ("expect queue = many", "1: \"many\" is no number"),
      ("expect transaction 1 maybe", "1: \"maybe\" is not yes, no or an id"),
      ("expect sent Heartbeat >", "1: how many is missing"),
      ("expect link off within", "1: a time, such as 2s is missing"),
    ])
  func faults(line: String, reason: String) {
    #expect(fault(line) == reason)
  }

  @Test("All faults are told at once, with the numbers of their lines")
  func allFaults() {
    let text = "# nothing\nplug 1\n\nbogus\n  offline # fine\nfault 1 Tired\n"
    let lines = fault(text)?.split(separator: "\n").map { $0.prefix(20) }
    #expect(lines == ["4: there is no comma", "6: \"Tired\" is no err"])
    #expect(fault("plug 1\n# only this\n\n") == nil)
    #expect(fault(String(repeating: "\n", count: 10_000)) == "more than 10000 lines")
  }

  @Test("Times have units, and a vehicle takes what the line says of it")
  func reads() throws {
    let script = try Script("after 1.5m plug 2 soc=80 capacity=40000 phases=1 current=32")
    guard case .after(90_000) = script.lines[0].statement,
      case .act(.plugIn(2, let vehicle?)) = script.lines[1].statement
    else {
      Issue.record("\(script.lines)")
      return
    }
    #expect(vehicle.charge == 800)
    #expect(vehicle.kind.capacity == 40_000)
    #expect(vehicle.kind.phases == 1 && vehicle.kind.maximumCurrent == 32_000)
    guard case .plugIn(1, nil) = try Act(command: "plug 1", vehicle: ElectricVehicle()),
      case .swipe("A B", 1) = try Act(command: "swipe \"A B\" 1", vehicle: ElectricVehicle())
    else {
      Issue.record("typed commands")
      return
    }
  }

  @Test("An expectation says what is so instead")
  func expectations() throws {
    var state = StationState()
    var connector = StationState.Connector()
    connector.evse = 1
    connector.status = "Charging"
    connector.powerW = 3_680
    connector.transaction = .init(id: 7, idTag: "TAG", meterStartWh: 100, energyWh: 250)
    connector.limit = .init(amperes: 16, reason: "the station's hardware")
    state.connectors = [connector]
    state.link = .registered
    state.configuration = ["CpoName": "us"]
    var frames = FrameCounts()
    frames.note(.sent, "[2,\"id\",\"Heartbeat\",{}]")
    frames.note(.received, "[3,\"id\",{\"Heartbeat\":1}]")

    func fault(_ text: String) throws -> String? {
      var words = try Words(text)
      return try Expectation(&words).fault(state, frames)
    }

    for good in [
      "link registered", "status 1 Charging", "transaction 1 yes", "transaction 1 7",
      "power 1 >= 3680", "energy 1 = 250", "limit 1 != 32", "queue < 1", "config cponame us",
      "sent Heartbeat", "sent Heartbeat = 1", "received Heartbeat = 0",
    ] {
      #expect(try fault(good) == nil, "\(good)")
    }
    #expect(try fault("link off") == "it is registered")
    #expect(try fault("status 1 Available") == "it is Charging")
    #expect(try fault("status 2 Available") == "there is no connector 2")
    #expect(try fault("transaction 1 8") == "it is 7")
    #expect(try fault("transaction 1 no") == "it is 7")
    #expect(try fault("power 1 > 3680") == "it is 3680.0")
    #expect(try fault("charge 1 > 1") == "there is nothing to measure")
    #expect(try fault("queue > 0") == "it is 0")
    #expect(try fault("config CpoName them") == "it is \"us\"")
    #expect(try fault("config Nothing x") == "there is no such key")
    #expect(try fault("sent Heartbeat > 1") == "there are 1")
    #expect(try fault("firmware 9") == "it is unknown")
  }
}
