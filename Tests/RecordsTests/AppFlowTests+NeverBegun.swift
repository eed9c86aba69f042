import Foundation
import Gateway
import Network
import OCPPJSON
import TestKit
import Testing

extension AppFlowTests {
  @Test(
    "A station that refuses fails the session with its word, and its payment; again is no retry")
  func refused() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station, "Rejected")
    #expect(reply.json["success"] as? Bool == false)
    let session = try #require(reply.json["charging_session"] as? [String: Any])
    #expect(session["status"] as? String == "failed")
    #expect(session["payment_status"] as? String == "failed")
    #expect(session["reason"] as? String == "The station refused to start: Rejected.")
    let again = server.http.post("/api/ocpp/initiate-charging/", order())
    #expect(again.status == 200 && again.json["success"] as? Bool == false)
    #expect(!station.hasHeard)
    // Its tag opens nothing once the housekeeping came by.
    #expect(TestKit.eventually { server.tokens.record(of: Text(tag)) == nil })
  }

  @Test(
    "A station that does not begin in time fails the session; energy that flows anyway is not lost")
  func timeout() throws {
    let (server, station) = try ready()
    let (reply, tag) = try initiate(server, station)
    let data = try #require(reply.json["data"] as? [String: Any])
    let id = try #require(data["transaction_id"] as? Int)
    server.clock.advance(milliseconds: 91_000)
    func session() -> HTTPClient.Reply { server.http.get("/api/ocpp/sessions/\(id)") }
    #expect(TestKit.eventually { session().string("status") == "failed" })
    #expect(session().string("reason") == "The station did not start in time.")
    #expect(session().string("payment_status") == "failed")
    #expect(TestKit.eventually { server.tokens.record(of: Text(tag)) == nil })

    let late = start(station, tag)
    #expect(late?.contains("\"transactionId\":\(id)") == true)
    #expect(late?.contains("Invalid") == true)
    #expect(session().string("status") == "started")
    #expect(session().string("payment_status") == "authorized")
  }

  @Test("A session that has not begun is cancelled; its tag then charges nothing")
  func cancelled() throws {
    let (server, station) = try ready()
    let (reply, _) = try initiate(server, station)
    let data = try #require(reply.json["data"] as? [String: Any])
    let id = try #require(data["transaction_id"] as? Int)
    let wrong = server.http.post(
      "/api/ocpp/stop-charging/", #"{"transaction_id":\#(id),"user_id":"other"}"#)
    #expect(wrong.status == 404)
    let stop = server.http.post("/api/ocpp/stop-charging/", #"{"transaction_id":\#(id)}"#)
    #expect(stop.status == 200)
    #expect((stop.json["charging_session"] as? [String: Any])?["status"] as? String == "failed")
  }
}
