import Foundation
import Frames
import Network
import TestKit
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A client of Server-Sent Events that reads when it is told to.
private final class TailClient {
  private let descriptor: Int32
  private(set) var text = ""

  init(port: UInt16, path: String) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var small: Int32 = 131_072
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let descriptor = descriptor
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    let request = "GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n"
    _ = Array(request.utf8).withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  /// Reads without waiting; whether a text was in it.
  func readWhatIsThere(lookingFor wanted: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var isFound = false
    while true {
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count <= 0 { return isFound }
      text = String(text.suffix(200)) + String(decoding: buffer[..<count], as: UTF8.self)
      isFound = isFound || text.contains(wanted)
    }
  }

  /// Reads until a text has come; false when it does not.
  func read(until wanted: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !text.contains(wanted) {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return false }
      text += String(decoding: buffer[..<count], as: UTF8.self)
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
