import API
import CSMSCore
import Foundation
import OCPPJSON
import Store
import TestKit
import Testing

extension LocalServer {
  /// Waits until a job has this status; the job as it is then.
  func job(_ id: String, until status: String) -> HTTPClient.Reply {
    var reply = HTTPClient.Reply.nothing
    _ = TestKit.eventually {
      reply = get("/jobs/\(id)")
      return reply.string("status") == status
    }
    return reply
  }
}

extension HTTPClient.Reply {
  fileprivate func statuses() -> [String] {
    list("stations").map { "\($0["station"] ?? "") \($0["status"] ?? "")" }
  }
}

@Suite("Jobs")
struct JobTests {
  @Test("Every station gets the command; each result is kept")
  func results() throws {
    let server = try LocalServer()
    let a = try server.connect("A")
    let b = try server.connect("B")
    let c = try server.connect("C")

    let made = server.post(
      "/jobs",
      #"""
      {"command":"reset","parameters":{"type":"Soft"},"stations":["A","B","C","AWAY","A"],\#
      "parallelism":8,"timeout_s":5}
      """#)
    #expect(made.status == 201)
    #expect(made.string("id") == "1")
    #expect(made.string("status") == "running")
    #expect(made.int("total") == 4)
    let call = a.hear()
    #expect(call?.payload == #"{"type":"Soft"}"#)
    a.answer(call, accepted)
    b.refuse(b.hear(), "InternalError", "broken")
    _ = c.hear()
    c.cut()

    let job = server.job("1", until: "completed")
    #expect(job.statuses() == ["A answered", "B failed", "C failed", "AWAY failed"])
    #expect(job.int("answered") == 1)
    #expect(job.int("failed") == 3)
    #expect(job.int("waiting") == 0)
    #expect(job.int("timeout_s") == 5)
    let first = job.list("stations").first?["answer"] as? [String: Any]
    #expect(first?["result"] as? String == "Accepted")
    let problems = job.list("stations").compactMap {
      ($0["problem"] as? [String: Any])?["status"] as? Int
    }
    #expect(problems == [502, 504, 404])
    #expect(job.string("finished_at") != nil)
  }

  @Test("A slow station holds up no other, and never more are asked at a time than was said")
  func parallelism() throws {
    let server = try LocalServer()
    let names = ["A", "B", "C", "D"]
    let stations = try names.map { try server.connect($0) }

    _ = server.post(
      "/jobs", #"{"command":"clear_cache","stations":["A","B","C","D"],"parallelism":2}"#)
    let slow = stations[0].hear()
    // B, C and D go one after the other through the second place.
    for index in 1...3 {
      let call = stations[index].hear()
      #expect(server.get("/jobs/1").int("in_flight") == 2)
      if index < 3 { #expect(!stations[index + 1].hasHeard) }
      stations[index].answer(call, accepted)
    }
    #expect(TestKit.eventually { server.get("/jobs/1").int("answered") == 3 })
    #expect(server.get("/jobs/1").string("status") == "running")
    stations[0].answer(slow, accepted)

    #expect(server.job("1", until: "completed").int("answered") == 4)
  }

  @Test("A cancelled job asks nobody any more, and keeps what it heard")
  func cancel() throws {
    let server = try LocalServer()
    let a = try server.connect("A")
    let b = try server.connect("B")

    _ = server.post(
      "/jobs", #"{"command":"clear_cache","stations":["A","B","C"],"parallelism":1}"#)
    let call = a.hear()
    #expect(server.http.request("DELETE", "/jobs/1").status == 202)
    a.answer(call, accepted)

    let job = server.job("1", until: "cancelled")
    #expect(job.statuses() == ["A answered", "B cancelled", "C cancelled"])
    #expect(!b.hasHeard)
    #expect(server.http.request("DELETE", "/jobs/1").status == 409)
    #expect(server.http.request("DELETE", "/jobs/2").status == 404)
    #expect(server.http.request("DELETE", "/jobs/x").status == 404)
    #expect(server.get("/jobs/9").status == 404)
  }

  @Test("No more jobs run at a time than the limit")
  func limit() throws {
    let server = try LocalServer()
    let station = try server.connect("A")
    let body = #"{"command":"clear_cache","stations":["A"]}"#
    for _ in 1...8 { #expect(server.post("/jobs", body).status == 201) }
    #expect(server.post("/jobs", body).status == 429)
    for _ in 1...8 { station.answer(station.hear(), accepted) }
    #expect(TestKit.eventually { server.post("/jobs", body).status == 201 })
  }

  @Test("Jobs and their stations are listed page by page")
  func pages() throws {
    let server = try LocalServer()
    for _ in 1...3 {
      let made = server.post(
        "/jobs", #"{"command":"clear_cache","stations":["A","B","C"]}"#)
      _ = server.job(made.string("id") ?? "", until: "completed")
    }
    let first = server.get("/jobs?limit=2")
    #expect(first.list("jobs").map { $0["id"] as? String } == ["3", "2"])
    let second = server.get("/jobs?limit=2&cursor=\(first.string("next_cursor") ?? "")")
    #expect(second.list("jobs").map { $0["id"] as? String } == ["1"])
    #expect(second.string("next_cursor") == nil)

    let stations = server.get("/jobs/1?limit=2")
    #expect(stations.statuses() == ["A failed", "B failed"])
    let rest = server.get("/jobs/1?limit=2&cursor=\(stations.string("next_cursor") ?? "")")
    #expect(rest.statuses() == ["C failed"])
    #expect(server.get("/jobs?cursor=x").status == 400)
    #expect(server.get("/jobs/1?cursor=-1").status == 400)
  }

  @Test("A job that ran when the server stopped is interrupted, and its answers are kept")
  func restart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LocalServer.Options()
    options.folder = folder
    do {
      let server = try LocalServer(options)
      let a = try server.connect("A")
      let b = try server.connect("B")
      _ = server.post(
        "/jobs", #"{"command":"clear_cache","stations":["A","B","C"],"parallelism":1}"#)
      a.answer(a.hear(), accepted)
      _ = b.hear()
      #expect(TestKit.eventually { server.get("/jobs/1").int("answered") == 1 })
      server.stop()
    }

    let server = try LocalServer(options)
    let job = server.get("/jobs/1")
    #expect(job.string("status") == "interrupted")
    #expect(job.statuses() == ["A answered", "B interrupted", "C interrupted"])
    #expect(job.int("in_flight") == 0)
  }

  @Test("Thousands of stations that are away are told apart in a moment")
  func many() throws {
    let server = try LocalServer()
    let names = (0..<5_000).map { "\"S\($0)\"" }.joined(separator: ",")
    #expect(
      server.post("/jobs", #"{"command":"clear_cache","stations":[\#(names)]}"#).status == 201)
    #expect(server.job("1", until: "completed").int("failed") == 5_000)
    #expect(
      server.post("/jobs", #"{"command":"clear_cache","stations":[\#(names),\#(names),"Z"]}"#)
        .status == 400)
  }
}
