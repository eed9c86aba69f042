import Network
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct WebSocketClosingTests {
  @Test("A close frame is echoed, told once, and ends the connection")
  func closeEcho() throws {
    let server = try TestServer()
    let socket = server.open()
    socket.send(RawSocket.frame(0x88, [0x03, 0xE8] + Array("bye".utf8)))
    #expect(socket.receiveFrame() == WireFrame(first: 0x88, payload: [0x03, 0xE8]))
    #expect(socket.receiveToEnd() == [])
    #expect(server.sees("closed 1000 bye"))
  }

  @Test("A close frame without a code is answered by one without a code")
  func closeWithoutCode() throws {
    let server = try TestServer()
    let socket = server.open()
    socket.send(RawSocket.frame(0x88, []))
    #expect(socket.receiveFrame() == WireFrame(first: 0x88, payload: []))
    #expect(server.sees("closed 1005 "))
  }

  @Test("The server's own close waits for the echo and drops messages meanwhile")
  func ownClose() throws {
    let server = try TestServer()
    let socket = server.open("/close")
    socket.send(RawSocket.text("done") + RawSocket.text("dropped") + RawSocket.frame(0x01, [0x61]))
    let frame = socket.receiveFrame()
    #expect(
      frame?.closeCode == 1001 && frame?.payload.dropFirst(2).elementsEqual("done".utf8) == true)
    socket.send(
      RawSocket.frame(0x80, [0x61]) + RawSocket.frame(0x89, []) + RawSocket.frame(0x8A, []))
    socket.send(RawSocket.frame(0x88, [0x03, 0xE9]))
    #expect(socket.receiveToEnd() == [])
    #expect(server.sees("closed 1001 "))
  }

  @Test("A connection that is lost, and one that is cut, are told as abnormal once")
  func abnormal() throws {
    let server = try TestServer()
    _ = server.open()
    #expect(server.sees("closed 1006 The peer left without a close frame."))
    let socket = server.open("/cut")
    socket.send(RawSocket.text("cut me"))
    #expect(socket.receiveFrame() == nil)
    #expect(server.sees("closed 1006 Cut by this side."))
    #expect(server.handler.log.all.filter { $0.hasPrefix("closed") }.count == 2)
  }

  @Test("A loop that stops says goodbye to its WebSockets")
  func goodbye() throws {
    let server = try TestServer()
    let socket = server.open()
    server.loop.stop()
    #expect(socket.receiveFrame()?.closeCode == 1001)
    #expect(server.handler.log.all.contains("closed 1001 The event loop stopped."))
  }

  @Test("A long close reason is cut between characters")
  func longReason() throws {
    let server = try TestServer()
    let socket = server.open("/close")
    socket.send(RawSocket.text(String(repeating: "é", count: 100)))
    let frame = socket.receiveFrame()
    #expect(frame?.payload.count == 124)
    #expect(String(validating: frame?.payload.dropFirst(2) ?? [0xFF], as: UTF8.self) != nil)
  }
}
