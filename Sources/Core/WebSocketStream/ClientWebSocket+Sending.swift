/// Frames to the peer.
extension ClientWebSocket {
  /// Sends a text message, which must be UTF-8; does nothing unless `open`.
  public mutating func send(_ text: UnsafeBufferPointer<UInt8>, write: Write) {
    if state == .open { send(.text, text, write) }
  }

  /// Asks for a sign of life: the peer answers with `pong`.
  public mutating func ping(write: Write) {
    if state == .open { send(.ping, UnsafeBufferPointer(start: nil, count: 0), write) }
  }

  mutating func sendClose(_ code: UInt16, _ write: Write) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2) { payload in
      payload[0] = UInt8(code >> 8)
      payload[1] = UInt8(code & 0xFF)
      send(.close, UnsafeBufferPointer(payload), write)
    }
  }

  mutating func send(
    _ opcode: Opcode, _ payload: UnsafeBufferPointer<UInt8>, _ write: Write
  ) {
    chunk.clear()
    chunk.put(0x80 | opcode.rawValue)
    if payload.count < 126 {
      chunk.put(0x80 | UInt8(payload.count))
    } else {
      let isShort = payload.count < 65_536
      chunk.put(isShort ? 0x80 | 126 : 0x80 | 127)
      var shift = isShort ? 8 : 56
      while shift >= 0 {
        chunk.put(UInt8(truncatingIfNeeded: UInt64(payload.count) >> UInt64(shift)))
        shift -= 8
      }
    }
    let mask = random()
    for place in 0..<4 { chunk.put(UInt8(truncatingIfNeeded: mask >> UInt32(8 * place))) }
    for index in 0..<payload.count {
      if chunk.count == chunk.capacity {
        write(chunk.bytes)
        chunk.clear()
      }
      chunk.put(payload[index] ^ UInt8(truncatingIfNeeded: mask >> UInt32(8 * (index & 3))))
    }
    write(chunk.bytes)
  }
}
