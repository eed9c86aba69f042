import Foundation
import Frames
import Network
import TestKit
import Testing

/// A client of Server-Sent Events that reads when it is told to.
private final class TailClient {
  private let socket: RawSocket
  private(set) var text = ""

  init(port: UInt16, path: String) {
    socket = RawSocket(port: port, receiveBuffer: 131_072)
    socket.send("GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n")
  }

  /// Reads without waiting; whether a text was in it.
  func readWhatIsThere(lookingFor wanted: String) -> Bool {
    let new = String(decoding: socket.receiveWithoutWaiting(), as: UTF8.self)
    text = String(text.suffix(200)) + new
    return text.contains(wanted)
  }

  /// Reads until a text has come; false when it does not.
  func read(until wanted: String) -> Bool {
    while !text.contains(wanted) {
      let new = socket.receiveSome()
      if new.isEmpty { return false }
      text += String(decoding: new, as: UTF8.self)
      // Only the end matters, and searching all of it again would take long.
      if text.utf8.count > 400_000 { text = String(text.suffix(100_000)) }
    }
    return true
  }
}

@Suite("The journal, live")
struct TailTests {
  @Test("A follower sees frames as they come, of its station only")
  func live() throws {
    let server = try LocalServer()
    let tail = TailClient(port: server.port, path: "/api/ocpp/logs/?follow=true&station_id=CP1")
    #expect(tail.read(until: ": frames follow"))
    let other = try server.connect("CP2")
    _ = other.ask(#"[2,"other","Heartbeat",{}]"#)
    let station = try server.connect("CP1")
    _ = station.ask(#"[2,"mine","Heartbeat",{}]"#)

    #expect(tail.read(until: "\"message_type\":\"call_result\""))
    #expect(tail.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(tail.text.contains("Content-Type: text/event-stream"))
    #expect(tail.text.contains("event: log\n"))
    #expect(tail.text.contains("\"message_id\":\"mine\""))
    #expect(!tail.text.contains("other"))
  }

  @Test("One client more than may follow is refused, until one leaves")
  func tooMany() throws {
    let server = try LocalServer()
    var tails = (0..<FrameLimits.followers).map { _ in
      TailClient(port: server.port, path: "/api/ocpp/logs?follow=true")
    }
    for tail in tails { #expect(tail.read(until: ": frames follow")) }

    let refused = server.http.get("/api/ocpp/logs?follow=true")
    #expect(refused.status == 429)
    tails.removeLast()
    // The server hears of the end when it next looks at that socket: a few tries are allowed.
    var again = TailClient(port: server.port, path: "/api/ocpp/logs?follow=true")
    for _ in 0..<50 where !again.read(until: "follow") || again.text.contains("429") {
      again = TailClient(port: server.port, path: "/api/ocpp/logs?follow=true")
    }
    #expect(again.text.contains(": frames follow"))
  }

  @Test("A follower that does not read misses frames and is told how many; stations do not wait")
  func slow() throws {
    let server = try LocalServer()
    let tail = TailClient(port: server.port, path: "/api/ocpp/logs?follow=true")
    #expect(tail.read(until: ": frames follow"))
    let station = try server.connect("CP1")
    let filler = String(repeating: "x", count: 60_000)

    // Nine megabytes, none of it read by the follower: more than the kernel's buffers hold.
    for number in 0..<150 {
      let frame = "[2,\"\(number)\",\"DataTransfer\",{\"vendorId\":\"V\",\"data\":\"\(filler)\"}]"
      #expect(station.ask(frame)?.hasPrefix("[3") == true)
    }
    #expect(server.connections().count == 1)
    server.frames?.flush()
    // It reads again; once there is room, the next frame tells of the gap.
    var isTold = false
    for number in 1_000..<9_000 where !isTold {
      isTold = tail.readWhatIsThere(lookingFor: "event: gap")
      _ = station.ask("[2,\"\(number)\",\"Heartbeat\",{}]")
    }
    #expect(isTold)
    let isCounted = tail.read(until: "\"missed\":")
    #expect(isCounted)
  }
}
