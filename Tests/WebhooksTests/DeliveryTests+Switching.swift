import API
import CSMSCore
import Foundation
import Network
import Store
import TestKit
import Testing
import Webhooks

/// Webhooks that are switched off and on while requests are under way.
extension DeliveryTests {
  @Test("What is under way when a webhook is switched off and on is settled once, and nothing ends")
  func switchedWhileSending() throws {
    let receiver = try Receiver(.answer(500))
    defer { receiver.stop() }
    var options = eagerOptions()
    options.api.deliveries.slowRetry = 60_000
    options.api.deliveries.longestPause = 60_000
    let server = try LocalServer(options)
    _ = server.subscribe(receiver.url, ["session_started"])
    let station = try server.boot("CP1")
    func attempts(_ id: Int) -> Int { receiver.all.filter { $0.transaction == id }.count }
    // Two that were refused as often as they are tried at once: the receiver is down.
    let first = server.charge(station, connector: 1)
    let second = server.charge(station, connector: 2, minute: 5)
    #expect(TestKit.eventually { attempts(first) == 4 && attempts(second) == 4 })
    // A third one shows that it is up again, and then it takes its time.
    receiver.behave { $0.transaction == first || $0.transaction == second ? .hang : .answer(200) }
    let third = server.charge(station, connector: 3, minute: 6)
    #expect(TestKit.eventually { attempts(third) == 1 })
    #expect(TestKit.eventually { attempts(first) == 5 && attempts(second) == 5 })

    #expect(server.http.patch("/webhooks/W", #"{"enabled":false}"#).status == 200)
    #expect(server.http.patch("/webhooks/W", #"{"enabled":true}"#).status == 200)
    let fourth = server.charge(station, connector: 4, minute: 7)
    #expect(TestKit.eventually { attempts(fourth) == 1 })
    receiver.release()
    #expect(
      TestKit.eventually {
        server.deliveries().allSatisfy { $0["status"] as? String == "delivered" }
      })
    server.clock.advance(milliseconds: 120_000)
    let fifth = server.charge(station, connector: 5, minute: 8)
    #expect(TestKit.eventually { attempts(fifth) == 1 })

    // The answer arrived; that it did is written down a moment later.
    #expect(TestKit.eventually { server.deliveries("W", "&status=waiting").isEmpty })
    #expect(attempts(first) == 5 && attempts(second) == 5)
  }
}
