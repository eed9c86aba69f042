import API
import Foundation
import TestKit
import Testing
import Webhooks

extension DeliveryTests {
  @Test("A redirect is not followed, wherever it leads")
  func redirect() throws {
    let (elsewhere, receiver) = (try Receiver(), try Receiver())
    defer {
      elsewhere.stop()
      receiver.stop()
    }
    let place = elsewhere.url
    receiver.behave { _ in .redirect(to: place) }
    let server = try LocalServer(eagerOptions())
    _ = server.subscribe(receiver.url, ["station_online"])
    _ = try server.boot("CP1")
    #expect(TestKit.eventually { receiver.all.count > 2 })
    #expect(elsewhere.all.isEmpty)
    let error = server.deliveries().first?["error"] as? String
    #expect(error == "It answered 307; redirects are not followed.")
  }

  @Test(
    "Loopback is not connected to unless that is allowed, whatever it is called",
    arguments: [
      "localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0x7f.1",
    ])
  func privateTarget(host: String) throws {
    let receiver = try Receiver()
    defer { receiver.stop() }
    var options = eagerOptions()
    options.api.webhookTargets = WebhookTargets()
    let server = try LocalServer(options)
    #expect(server.subscribe("http://\(host):\(receiver.port)/").status == 400)
    #expect(server.subscribe("https://\(host):\(receiver.port)/").status == 201)
    let reply = server.http.post("/webhooks/W/test")
    #expect(reply.json["delivered"] as? Bool == false)
    #expect(
      reply.string("error").contains("loopback or private"), "\(host): \(reply.text)")
    #expect(receiver.all.isEmpty)
  }
}
