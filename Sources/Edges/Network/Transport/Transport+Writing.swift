import CUV

extension Transport {
  /// Bytes that the kernel has not taken yet.
  var queuedBytes: Int {
    guard state != .closed else { return 0 }
    return piecesBytes + (loop.corked == ObjectIdentifier(self) ? loop.corkCount : 0)
  }

  private var piecesBytes: Int {
    queuedPieces == 0 ? 0 : Int(uv_stream_get_write_queue_size(stream))
  }

  /// Sends two pieces as one. Inside a delivery they are gathered, else they go to the kernel at once;
  /// what it does not take is copied and queued.
  /// - Parameter isBounded: whether too much queued output cuts the connection.
  func write(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, isBounded: Bool = true
  ) {
    guard state == .open else { return }
    let total = head.count + body.count
    if loop.corked == ObjectIdentifier(self) {
      if loop.corkCount + total > EventLoop.corkBufferSize { flushCork() }
      if total <= EventLoop.corkBufferSize {
        let room = UnsafeMutableRawBufferPointer(
          start: loop.corkBuffer + loop.corkCount, count: total)
        room.copyMemory(from: head)
        UnsafeMutableRawBufferPointer(rebasing: room[head.count...]).copyMemory(from: body)
        loop.corkCount += total
        return
      }
    }
    send(head, body, isBounded)
  }

  func flushCork() {
    guard loop.corked == ObjectIdentifier(self), loop.corkCount > 0 else { return }
    let count = loop.corkCount
    loop.corkCount = 0
    if state != .open { return }
    send(
      UnsafeRawBufferPointer(start: loop.corkBuffer, count: count),
      UnsafeRawBufferPointer(start: nil, count: 0), true)
  }

  private func send(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, _ isBounded: Bool
  ) {
    guard state == .open else { return }
    if let tls {
      encrypt(head, body, tls, isBounded)
    } else {
      sendRaw(head, body, isBounded)
    }
  }

  /// Hands bytes of the wire to the socket.
  func sendRaw(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, _ isBounded: Bool
  ) {
    guard state == .open else { return }
    let total = head.count + body.count
    bytesOut &+= UInt64(total)
    var written = 0
    let queued = piecesBytes
    if queued == 0 {
      let code = sendNow(head, body)
      if code < 0 && code != UV_EAGAIN.rawValue {
        cut(.failed(code))
        return
      }
      written = max(0, Int(code))
      if written == total { return }
    }
    if isBounded, queued + total - written > outputLimit {
      cut(.slowReader)
      return
    }
    queue(head, body, skipping: written)
  }

  /// Hands libuv a copy of what the kernel did not take: one block, the request in front.
  private func queue(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, skipping written: Int
  ) {
    let rest = head.count + body.count - written
    let offset = MemoryLayout<uv_write_t>.size
    let block = UnsafeMutableRawPointer.allocate(byteCount: offset + rest, alignment: 16)
    let room = UnsafeMutableRawBufferPointer(start: block + offset, count: rest)
    let headRest = UnsafeRawBufferPointer(rebasing: head[min(written, head.count)...])
    let bodyRest = UnsafeRawBufferPointer(rebasing: body[max(0, written - head.count)...])
    room.copyMemory(from: headRest)
    UnsafeMutableRawBufferPointer(rebasing: room[headRest.count...]).copyMemory(from: bodyRest)
    var piece = uvBuffer(UnsafeRawBufferPointer(room))
    let request = block.bindMemory(to: uv_write_t.self, capacity: 1)
    let code = uv_write(request, stream, &piece, 1) { request, status in
      let transport = Transport.from(request!.pointee.handle.pointee.data)
      UnsafeMutableRawPointer(request!).deallocate()
      transport.queuedPieces -= 1
      if status < 0 {
        if transport.state != .closed { transport.end(.failed(status)) }
      } else if transport.queuedBytes == 0 {
        transport.owner?.outputDrained()
      }
    }
    if code < 0 {
      block.deallocate()
      cut(.failed(code))
      return
    }
    queuedPieces += 1
  }

  func uvBuffer(_ bytes: UnsafeRawBufferPointer) -> uv_buf_t {
    uv_buf_t(
      base: UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self), len: .init(bytes.count))
  }
}
