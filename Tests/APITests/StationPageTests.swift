import Foundation
import TestKit
import Testing

@testable import API

@Suite("The station page")
struct StationPageTests {
  private static let index = StationPageDoor.File(
    name: "index.html", type: "text/html; charset=utf-8", etag: "\"1\"", plain: [1, 2, 3],
    gzip: [9])
  private static let script = StationPageDoor.File(
    name: "station.js", type: "text/javascript; charset=utf-8", etag: "\"2\"", plain: [4],
    gzip: [8])

  @Test("Every file has a route that answers without a key and describes itself")
  func routes() {
    let door = StationPageDoor(files: [Self.index, Self.script])

    #expect(door.routes.map(\.path) == ["/station", "/station/station.js"])
    #expect(door.routes.allSatisfy { $0.isPublic && $0.operation != nil })
  }

  @Test("Without the files, the answer says how to get them")
  func missing() throws {
    let door = StationPageDoor(files: [])

    let route = try #require(door.routes.first)

    #expect(door.routes.count == 1)
    #expect(route.path == "/station")
    #expect(route.operation?.problems == [404])
  }

  @Test("This build's server answers with the page, or with what is missing")
  func thisBuild() throws {
    let server = try LocalServer()

    let reply = server.http.get("/station/")

    if StationPageDoor().files.isEmpty {
      expectProblem(
        reply, 404,
        "This ocpp was built without the station page. In the source, `make browser` builds the page "
          + "and `make build` takes it in.", at: "/station/")
    } else {
      #expect(reply.status == 200)
      #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
      #expect(reply.headers["etag"]?.hasPrefix("W/\"") == true)
      #expect(reply.headers["content-security-policy"]?.contains("default-src 'none'") == true)
    }
  }

  @Test(
    "Gzip is sent to those who name it and do not refuse it",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("br, gzip", true), ("GZIP", true), ("*", true),
      ("deflate", false), ("gzip;q=0", false), ("gzip;q=0.000", false), ("gzip; q=0.5", true),
      ("br;q=0, gzip;q=1", true), ("x-gzip", false),
    ] as [(String?, Bool)])
  func gzip(field: String?, wanted: Bool) {
    #expect(StationPageDoor.acceptsGzip(field) == wanted)
  }
}
