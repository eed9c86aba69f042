import API
import Access
import CSMSCore
import Foundation
import Gateway
import Network
import OCPPJSON
import Store
import TestKit
import Testing

/// Orders between their being made and their being begun or given up.
extension AppFlowTests {
  private var unsigned: LocalServer.Options {
    var options = LocalServer.Options()
    options.api.webhook = WebhookOptions(isUnsigned: true)
    return options
  }

  private func id(_ reply: HTTPClient.Reply) throws -> Int {
    let data = try #require(reply.json["data"] as? [String: Any], "\(reply.text)")
    return try #require(data["transaction_id"] as? Int)
  }

  private func pay(_ server: LocalServer, _ id: Int, _ word: String) -> Int {
    server.http.post(
      "/api/ocpp/webhook",
      #"{"type":"payment_status","transaction_id":\#(id),"data":{"payment_status":"\#(word)"}}"#
    ).status
  }

  private func payment(_ server: LocalServer, _ id: Int) -> String? {
    server.http.get("/api/ocpp/session-status?transaction_id=\(id)").string("payment_status")
  }

  private func end(_ station: SocketStation, _ id: Int) {
    _ = station.ask(
      #"[2,"e","StopTransaction",{"transactionId":\#(id),"meterStop":2500,"timestamp":"2026-01-02T03:34:05Z"}]"#
    )
  }

  /// Keeps the store from writing until the returned closure is called.
  private func stall(_ server: LocalServer) -> () -> Void {
    let (isStalled, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    server.store.write { _ in
      isStalled.signal()
      mayGoOn.wait()
    } completion: { _ in
    }
    isStalled.wait()
    return { mayGoOn.signal() }
  }

  @Test("What an app said of a payment stays when the order is given up")
  func paidAndGivenUp() throws {
    for (words, kept) in [
      (["authorized", "completed"], "completed"), (["authorized"], "authorized"), ([], "failed"),
    ] {
      let (server, station) = try ready(unsigned)
      let id = try id(try initiate(server, station).reply)
      for word in words { #expect(pay(server, id, word) == 200) }
      let stop = server.http.post("/api/ocpp/stop-charging", #"{"transaction_id":\#(id)}"#)
      #expect(stop.status == 200)
      #expect(payment(server, id) == kept)
      if kept == "completed" { #expect(pay(server, id, "refunded") == 200) }
    }
  }

  @Test("A payment that failed because nothing began is due when it begins after all")
  func begunAfterAll() throws {
    let (server, station) = try ready(unsigned)
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    server.clock.advance(milliseconds: 91_000)
    #expect(TestKit.eventually { payment(server, id) == "failed" })

    #expect(start(station, tag)?.contains("\"transactionId\":\(id)") == true)
    #expect(payment(server, id) == "authorized")
    end(station, id)
    #expect(payment(server, id) == "completed")
    #expect(pay(server, id, "refunded") == 200)
  }

  @Test(
    "A payment that the app itself called failed stays so, whatever begins",
    arguments: [true, false])
  func failedByTheApp(_ isSaidBefore: Bool) throws {
    let (server, station) = try ready(unsigned)
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    if isSaidBefore { #expect(pay(server, id, "failed") == 200) }
    server.clock.advance(milliseconds: 91_000)
    func session() -> String? {
      server.http.get("/api/ocpp/sessions/\(id)").string("status")
    }
    #expect(TestKit.eventually { session() == "failed" })
    if !isSaidBefore { #expect(pay(server, id, "failed") == 200) }

    #expect(start(station, tag)?.contains("\"transactionId\":\(id)") == true)
    #expect(payment(server, id) == "failed")
    end(station, id)
    #expect(payment(server, id) == "failed")
  }

  @Test("A stop that comes while the station begins asks the station to stop")
  func stoppedWhileItBegins() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    let goOn = stall(server)
    station.send(
      #"[2,"t","StartTransaction",{"connectorId":1,"idTag":"\#(tag)","meterStart":1000,"timestamp":"2026-01-02T03:04:05Z"}]"#
    )
    #expect(TestKit.eventually { server.connections().first?.messagesIn ?? 0 >= 3 })
    let socket = RawSocket(port: server.port)
    let body = #"{"transaction_id":\#(id)}"#
    socket.send(
      "POST /api/ocpp/stop-charging HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    // What came later on the same loop is answered: the stop has read what is on record.
    for _ in 0..<5 { #expect(payment(server, id) == "pending") }
    goOn()

    #expect(station.receive()?.contains("Accepted") == true)
    let call = station.receive() ?? ""
    #expect(call.contains("RemoteStopTransaction"), "\(call)")
    let message = call.split(separator: "\"").dropFirst().first ?? ""
    station.send("[3,\"\(message)\",{\"status\":\"Accepted\"}]")
    #expect(socket.receive(through: "The station was asked to stop.") != nil)
  }

  @Test("When an app hears that a session will not begin, its tag is good for nothing any more")
  func stoppedBeforeItBegins() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    let stop = server.http.post("/api/ocpp/stop-charging", #"{"transaction_id":\#(id)}"#)
    #expect(stop.string("message") == "The session will not begin.", "\(stop.text)")
    #expect(server.tokens.record(of: Text(tag)) == nil)
    let answer = start(station, tag) ?? ""
    #expect(answer.contains("Invalid") && answer.contains("\"transactionId\":\(id)"), "\(answer)")
  }

  @Test("An order that waits for its station is not deleted under the driver")
  func deletedOrder() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    for path in ["/db/charge-sessions/\(id)", "/db/charge-sessions/\(id)?cascade=true"] {
      let gone = server.http.delete(path)
      #expect(gone.status == 409, "\(gone.text)")
      #expect(gone.string("detail") == "Session \(id) is about to begin.", "\(gone.text)")
    }
    #expect(start(station, tag)?.contains("\"transactionId\":\(id)") == true)
  }

  @Test("A payment is one person's: another one with its id hears nothing of the session")
  func othersPayment() throws {
    let (server, station) = try ready()
    _ = try initiate(server, station)
    let other = server.http.post(
      "/api/ocpp/initiate-charging/", order().replacing("\"u\"", with: "\"v\""))
    #expect(other.status == 409, "\(other.text)")
    #expect(!other.text.contains("transaction_id"))
    #expect(server.http.post("/api/ocpp/initiate-charging/", order()).status == 200)
  }

  @Test("A cost by hand that is changed is what is to be paid, unless somebody said otherwise")
  func costByHand() throws {
    let (server, station) = try ready(unsigned)
    let (reply, tag) = try initiate(server, station)
    let id = try id(reply)
    _ = start(station, tag)
    end(station, id)
    let path = "/db/charge-sessions/\(id)"
    for (change, amount) in [
      (#"{"cost":700,"currency":"EUR"}"#, 700), (#"{"cost":900}"#, 900),
      (#"{"discount":100}"#, 800), (#"{"cost":1000}"#, 900), (#"{"cost":50}"#, 0),
      (#"{"cost":60,"discount":10}"#, 50),
    ] {
      let changed = server.http.patch(path, change)
      #expect(changed.int("payment_amount") == amount, "\(change): \(changed.text)")
    }
    let said = server.http.post(
      "/api/ocpp/webhook",
      #"{"type":"payment_status","transaction_id":\#(id),"data":{"payment_status":"completed","payment_amount":7}}"#
    )
    #expect(said.status == 200, "\(said.text)")
    #expect(server.http.patch(path, #"{"cost":500}"#).int("payment_amount") == 7)
  }
}
