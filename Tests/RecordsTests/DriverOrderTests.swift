import API
import Access
import CSMSCore
import Foundation
import Network
import OCPPJSON
import Store
import TestKit
import Testing

@Suite("Drivers who charge by app")
struct DriverOrderTests {
  private let server: LocalServer
  private let admin: [(String, String)]

  init() throws {
    var options = LocalServer.Options()
    options.keys = KeyGuard(isOpen: false, digests: [KeyGuard.digest(of: "k")])
    server = try LocalServer(options)
    admin = [("Authorization", "Bearer k")]
    makeCompany(server.http, "A", admin)
    makeCompany(server.http, "B", admin)
  }

  private func driver(_ id: String, company: String?) -> [(String, String)] {
    let bound = company.map { #","company_id":"\#($0)""# } ?? ""
    let made = server.http.post(
      "/users",
      #"{"email":"d@example.com","password":"a long password","role":"driver","driver_id":"\#(id)"\#(bound)}"#,
      admin)
    #expect(made.status == 201, "\(made.text)")
    let signedIn = server.http.post(
      "/auth/login", #"{"email":"d@example.com","password":"a long password"}"#)
    return signedIn.bearer
  }

  @Test("A user is for a driver that is there, of the same company")
  func driverOfUser() throws {
    func made(_ driver: String, _ company: String) -> HTTPClient.Reply {
      server.http.post(
        "/users",
        #"{"email":"\#(driver)@\#(company)","password":"a long password","role":"driver","#
          + #""driver_id":"\#(driver)","company_id":"\#(company)"}"#, admin)
    }
    for (driver, company) in [("NONE", "A"), ("A-D", "B")] {
      let reply = made(driver, company)
      #expect(reply.status == 404 && reply.text.contains("driver \(driver)"), "\(reply.text)")
    }
    let user = made("A-D", "A")
    #expect(user.status == 201)
    let path = "/users/\(user.string("id") ?? "")"
    #expect(server.http.patch(path, #"{"driver_id":"B-D"}"#, admin).status == 404)
    // Whose driver is gone can still be switched off.
    #expect(server.http.delete("/db/drivers/A-D?cascade=true", admin).status == 204)
    #expect(server.http.patch(path, #"{"enabled":false}"#, admin).status == 200)
  }

  private func ready(_ identity: String) throws -> SocketStation {
    let station = try server.connect(identity)
    _ = station.ask(
      #"[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#)
    return station
  }

  private func initiate(
    _ station: SocketStation, at identity: String, _ who: [(String, String)]
  ) throws -> HTTPClient.Reply {
    let replies = Inbox<HTTPClient.Reply>()
    let http = server.http
    Thread.detachNewThread {
      replies.post(
        http.post(
          "/api/ocpp/initiate-charging",
          #"{"station_id":"\#(identity)","connector_id":1,"user_id":"A-D","payment_transaction_id":"p"}"#,
          who))
    }
    let call = try #require(station.receive())
    let message = call.split(separator: "\"").dropFirst().first ?? ""
    station.send("[3,\"\(message)\",{\"status\":\"Accepted\"}]")
    return try #require(replies.take())
  }

  @Test(
    "A driver of no company sees and stops what it began, wherever that was",
    arguments: ["B-CP", "FREE"])
  func elsewhere(_ identity: String) throws {
    _ = server.http.post("/db/chargers/", #"{"id":"FREE"}"#, admin)
    let me = driver("A-D", company: nil)
    let made = try initiate(try ready(identity), at: identity, me)
    #expect(made.status == 201, "\(made.text)")
    let data = try #require(made.json["data"] as? [String: Any])
    let id = try #require(data["transaction_id"] as? Int)

    #expect(
      server.http.get("/api/ocpp/session-status?transaction_id=\(id)", me).string("status")
        == "pending")
    #expect(server.http.get("/api/ocpp/sessions/\(id)", me).status == 200)
    #expect(server.http.get("/api/ocpp/sessions", me).list("sessions").count == 1)
    #expect(server.http.get("/api/ocpp/sessions?status=pending", me).list("sessions").count == 1)
    #expect(server.http.get("/api/ocpp/sessions?status=failed", me).list("sessions").isEmpty)
    let stop = server.http.post(
      "/api/ocpp/stop-charging", #"{"transaction_id":\#(id)}"#, me)
    #expect(stop.status == 200, "\(stop.text)")
  }

  @Test("A driver that is switched off charges no more by app than by card")
  func switchedOff() throws {
    let me = driver("A-D", company: "A")
    let station = try ready("A-CP")
    #expect(
      server.http.patch("/db/drivers/A-D", #"{"enabled":false}"#, admin).status == 200)
    for who in [me, admin] {
      let refused = server.http.post(
        "/api/ocpp/initiate-charging",
        #"{"station_id":"A-CP","connector_id":1,"user_id":"A-D","payment_transaction_id":"p"}"#,
        who)
      #expect(refused.status == 409, "\(refused.text)")
      #expect(refused.string("detail") == "Driver A-D is switched off.", "\(refused.text)")
    }
    #expect(!station.hasHeard)
    #expect(
      server.http.patch("/db/drivers/A-D", #"{"enabled":true}"#, admin).status == 200)
    #expect(try initiate(station, at: "A-CP", me).status == 201)
  }
}
