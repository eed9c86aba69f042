import Foundation
import Gateway
import TestKit
import Testing

extension JobTests {
  @Test("Stations are chosen by what they are")
  func filters() throws {
    let server = try LocalServer()
    for (name, model) in [("A", "M1"), ("B", "M1"), ("C", "M2")] {
      let body = #"{"charge_point_id":"\#(name)","vendor":"V","model":"\#(model)"}"#
      #expect(server.post("/charge-points", body).status == 201)
    }
    let a = try server.connect("A")
    let x = try server.connect("X")
    _ = TestKit.eventually { server.gateway.connectionCount == 2 }
    func chosen(_ filter: String) -> [String] {
      let made = server.post("/jobs", #"{"command":"clear_cache","filter":\#(filter)}"#)
      #expect(made.status == 201)
      let id = made.string("id") ?? ""
      for station in [a, x] {
        if let frame = station.receive(within: 0.2) { station.answer(HeardCall(frame), accepted) }
      }
      return server.job(id, until: "completed").list("stations").compactMap {
        $0["station"] as? String
      }
    }

    #expect(chosen(#"{"connected":true}"#) == ["A", "X"])
    #expect(chosen(#"{"vendor":"V"}"#) == ["A", "B", "C"])
    #expect(chosen(#"{"vendor":"V","model":"M1"}"#) == ["A", "B"])
    #expect(chosen(#"{"model":"M1","connected":true}"#) == ["A"])
    #expect(chosen(#"{"model":"M1","connected":false}"#) == ["B"])
    #expect(server.post("/db/companies", #"{"id":"COMPANY","name":"C"}"#).status == 201)
    let site = #"{"id":"YARD","company_id":"COMPANY","name":"Yard"}"#
    #expect(server.post("/db/sites", site).status == 201)
    for name in ["B", "C"] {
      let change = #"{"company_id":"COMPANY","site_id":"YARD"}"#
      let placed = server.http.request("PATCH", "/db/chargers/\(name)", body: change)
      #expect(placed.status == 200, "\(placed.text)")
    }
    #expect(chosen(#"{"site_id":"YARD"}"#) == ["B", "C"])
    #expect(chosen(#"{"site_id":"YARD","model":"M2"}"#) == ["C"])
  }

  @Test("What makes no job is said")
  func refusals() throws {
    let server = try LocalServer()
    let cases: [(String, Int, String)] = [
      (#"{"command":"reset","parameters":{"type":"Soft"}}"#, 400, "stations"),
      (#"{"command":"explode","stations":["A"]}"#, 400, "command"),
      (#"{"command":"reset","stations":["A"]}"#, 400, "parameters.type: is required"),
      (
        #"{"command":"reset","parameters":{"type":"Soft","x":1},"stations":["A"]}"#, 400,
        "parameters.x"
      ),
      (#"{"command":"clear_cache","stations":[]}"#, 400, "stations"),
      (#"{"command":"clear_cache","stations":["A"],"filter":{"connected":true}}"#, 400, "excludes"),
      (#"{"command":"clear_cache","filter":{}}"#, 400, "filter"),
      (#"{"command":"clear_cache","filter":{"connected":false}}"#, 400, "filter"),
      (#"{"command":"clear_cache","filter":{"connected":true}}"#, 400, "no station fits"),
      (#"{"command":"clear_cache","stations":["A"],"parallelism":65}"#, 400, "parallelism"),
      (
        #"{"command":"data_transfer","parameters":{"vendor_id":"v"},"stations":["A"],"colour":1}"#,
        400, "colour"
      ),
      (
        #"{"command":"diagnostics","parameters":{"location":"here"},"stations":["A"]}"#, 422,
        "location"
      ),
    ]
    for (body, status, detail) in cases {
      let reply = server.post("/jobs", body)
      #expect(reply.status == status, "\(body)")
      #expect(reply.detail.contains(detail), "\(reply.detail)")
    }
    #expect(server.get("/jobs").list("jobs").isEmpty)
  }
}
