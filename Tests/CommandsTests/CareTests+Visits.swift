import CSMSCore
import Foundation
import Gateway
import Store
import TestKit
import Testing

extension CareTests {
  private func wanted(_ value: String) -> String {
    #"{"settings":[{"key":"HeartbeatInterval","value":"\#(value)"}]}"#
  }

  @Test(
    "What an operator decides during a visit is not undone at its end",
    arguments: ["reject", "hold"])
  func decidedMeanwhile(admission: String) throws {
    let server = try server()
    _ = put(server, "policy", #"{"admission":"configure"}"#)
    _ = put(server, "configuration", wanted("60"))
    let station = try server.connect("CP1")
    #expect(station.ask(boot)?.contains("Pending") == true)
    let visit = station.hear()

    _ = put(server, "policy", "{\"admission\":\"\(admission)\"}")
    station.answer(visit, settings("60"))

    #expect(
      TestKit.eventually { server.log.contains { $0.contains("is not to be accepted for it") } })
    let word = admission == "reject" ? "Rejected" : "Pending"
    #expect(station.ask(boot)?.contains(word) == true)
    #expect(!station.hasHeard)
  }

  @Test("Every boot is another attempt at a setting that needed one, also after it was there")
  func attempts() throws {
    let server = try server()
    _ = put(server, "policy", #"{"admission":"configure"}"#)
    _ = put(server, "configuration", wanted("60"))
    /// Boots on a new socket; what the station hears of its setting, which is `value`.
    func visit(_ value: String, _ answer: String) throws -> [String] {
      let station = try server.connect("CP1")
      #expect(station.ask(boot)?.contains("Pending") == true)
      station.answer(station.hear(), settings(value))
      var heard: [String] = []
      while let call = station.hear() {
        heard.append(call.action)
        if call.action == "ChangeConfiguration" {
          station.answer(call, "{\"status\":\"\(answer)\"}")
        } else if call.action == "GetConfiguration" {
          station.answer(call, settings(value))
          break
        } else {
          station.answer(call, accepted)
          break
        }
      }
      return heard
    }

    let attempt = ["ChangeConfiguration", "GetConfiguration"]
    #expect(try visit("300", "RebootRequired") == attempt)
    // It counts now.
    #expect(try visit("60", "") == ["TriggerMessage"])
    // Somebody resets the station to what it was when it was made.
    #expect(try visit("300", "RebootRequired") == attempt)
    #expect(try visit("300", "Rejected") == attempt)
    #expect(try visit("300", "NotSupported") == attempt)
    #expect(try visit("60", "") == ["TriggerMessage"])
  }

  @Test("However much happens during a visit, what is wanted then is done after it")
  func errands() throws {
    let server = try server()
    _ = put(server, "policy", #"{"keeps_local_list":true}"#)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))
    let busy = station.hear()
    #expect(busy?.action == "GetLocalListVersion")

    for number in 1...6 { _ = server.post("/tokens", #"{"id_tag":"T\#(number)"}"#) }
    _ = put(server, "configuration", wanted("60"))
    station.answer(busy, #"{"listVersion":0}"#)

    var heard: [String] = []
    while heard.last != "ChangeConfiguration", heard.count < 12, let call = station.hear() {
      heard.append(call.action)
      switch call.action {
      case "GetLocalListVersion": station.answer(call, #"{"listVersion":1}"#)
      default: station.answer(call, accepted)
      }
    }
    #expect(heard.last == "ChangeConfiguration", "\(heard)")
    // Six changes of tokens are one errand.
    #expect(heard.filter { $0 == "GetLocalListVersion" }.count <= 2, "\(heard)")
  }

  @Test("A station's error to one setting keeps the others from nothing")
  func errorToOne() throws {
    let server = try server()
    _ = put(
      server, "configuration",
      #"{"settings":[{"key":"AAA","value":"2"},{"key":"HeartbeatInterval","value":"60"}]}"#)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))

    let first = station.hear()
    #expect(first?.payload == #"{"key":"HeartbeatInterval","value":"60"}"#)
    station.refuse(first, "InternalError", "no")
    let second = station.hear()
    #expect(second?.payload == #"{"key":"AAA","value":"2"}"#)
    station.answer(second, accepted)
    station.answer(station.hear(), settings("300"))

    func states() -> [String] {
      server.get("/charge-points/CP1/configuration").list("settings")
        .filter { $0["wanted"] != nil }
        .map { "\($0["key"] ?? "") \($0["result"] ?? "") \($0["state"] ?? "")" }.sorted()
    }
    #expect(
      TestKit.eventually {
        states() == ["AAA Accepted in_step", "HeartbeatInterval InternalError refused"]
      }, "\(states())")
  }

  @Test("A station that falls silent is not asked for one setting after the other")
  func silent() throws {
    let server = try server()
    _ = put(
      server, "configuration",
      #"{"settings":[{"key":"AAA","value":"2"},{"key":"HeartbeatInterval","value":"60"}]}"#)
    let station = try server.connect("CP1")
    _ = station.ask(boot)
    station.answer(station.hear(), settings("300"))
    #expect(station.hear()?.action == "ChangeConfiguration")

    server.clock.advance(milliseconds: 60_000)
    #expect(TestKit.eventually { server.statistics().callsFailed == 1 })

    let reply = server.asking("POST", "/charge_points/CP1/clear_cache") {
      let call = station.hear()
      #expect(call?.action == "ClearCache")
      station.answer(call, accepted)
    }
    #expect(reply.status == 200)
  }

  @Test("Keys that were never sent take nobody's place")
  func keysInLine() throws {
    var options = LocalServer.Options()
    options.gateway.policy.callLineLimit = 1
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let replies = Inbox<Int>()
    let http = server.http
    func rotate(_ timeout: Int) {
      let body = "{\"timeout_s\":\(timeout)}"
      Thread.detachNewThread {
        replies.post(http.request("POST", "/charge_points/CP1/rotate_key", body: body).status)
      }
    }
    Thread.detachNewThread {
      replies.post(http.request("POST", "/charge_points/CP1/clear_cache").status)
    }
    let busy = station.hear()

    // One waits in line, for the others there is no place.
    rotate(5)
    #expect(TestKit.eventually { server.connections().first?.queuedCalls == 2 })
    for _ in 1...5 {
      rotate(5)
      #expect(replies.take() == 429)
    }
    server.clock.advance(milliseconds: 5_000)
    #expect(replies.take() == 504)
    station.answer(busy, accepted)
    #expect(replies.take() == 200)

    let reply = server.asking("POST", "/charge_points/CP1/rotate_key") {
      station.answer(station.hear(), accepted)
    }
    #expect(reply.status == 200)
    #expect(server.get("/charge-points/CP1/key").list("in_doubt").count == 1)
  }
}
