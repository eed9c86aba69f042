import CSMSCore
import Gateway
import TestKit
import Testing

@Suite("Commands that fail on the way")
struct CommandFailureTests {
  @Test("What goes wrong on the way has its own status")
  func failures() throws {
    let server = try LocalServer()
    let path = "/charge_points/CP1/clear_cache"
    #expect(server.post(path).status == 404)
    let station = try server.connect("CP1")

    let refused = server.asking("POST", path) {
      station.refuse(station.hear(), "NotSupported", "no cache")
    }
    #expect(refused.status == 502)
    #expect(refused.errors == ["NotSupported: no cache"])

    let broken = server.asking("POST", path) {
      station.answer(station.hear(), #"{"status":"Perhaps"}"#)
    }
    #expect(broken.status == 502)

    let late = server.asking("POST", path, #"{"timeout_s":1}"#) {
      _ = station.hear()
      server.clock.advance(milliseconds: 1_001)
    }
    #expect(late.status == 504)

    let gone = server.asking("POST", path) {
      _ = station.hear()
      station.cut()
    }
    #expect(gone.status == 504)
  }

  @Test("A full line is a 429")
  func fullLine() throws {
    var options = LocalServer.Options()
    options.gateway.policy.callLineLimit = 1
    let server = try LocalServer(options)
    let station = try server.connect("CP1")
    let path = "/charge_points/CP1/clear_cache"
    let answer = #"{"status":"Accepted"}"#

    var second = HTTPClient.Reply.nothing
    let first = server.asking("POST", path) {
      let call = station.hear()
      second = server.asking("POST", path) {
        let isFull = TestKit.eventually { server.connections().first?.queuedCalls == 2 }
        #expect(isFull)
        #expect(server.post(path).status == 429)
        station.answer(call, answer)
        station.answer(station.hear(), answer)
      }
    }

    #expect(first.status == 200)
    #expect(second.status == 200)
  }
}
