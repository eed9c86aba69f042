/// From the request to the answer that makes it a WebSocket.
extension ClientWebSocket {
  /// Begins on a new stream: writes the request. Forgets everything of an earlier stream.
  ///
  /// - Returns: nil, or why the request cannot be made; then nothing was written.
  public mutating func open(_ request: UpgradeRequest, write: Write) -> UpgradeFailure? {
    abandon()
    guard request.isPossible else { return .badRequest }
    key.clear()
    var word: UInt32 = 0
    key.putBase64(count: 16) { index in
      if index & 3 == 0 { word = random() }
      return UInt8(truncatingIfNeeded: word >> UInt32(8 * (index & 3)))
    }
    request.write(key: key, to: &message)
    guard !message.isOverfull else {
      message.clear()
      return .badRequest
    }
    write(message.bytes)
    message.clear()
    subprotocol = request.subprotocol
    state = .opening
    return nil
  }

  mutating func readHead(
    _ bytes: inout UnsafeBufferPointer<UInt8>
  ) -> WebSocketEvent? {
    while !bytes.isEmpty {
      message.put(ClientWebSocket.first(&bytes))
      if message.isOverfull { return fail(.notHTTP) }
      let end = message.count
      guard end >= 4, message.start[end - 1] == 0x0A, message.start[end - 2] == 0x0D,
        message.start[end - 3] == 0x0A, message.start[end - 4] == 0x0D
      else { continue }
      var response = UpgradeResponse(message.bytes)
      var accept = ByteRoom(capacity: 28)
      putAccept(&accept)
      if let failure = response.failure(accept: accept.bytes, subprotocol: subprotocol) {
        return fail(failure)
      }
      message.clear()
      state = .open
      return .opened
    }
    return nil
  }

  private mutating func fail(_ failure: UpgradeFailure) -> WebSocketEvent {
    abandon()
    return .failed(failure)
  }

  private func putAccept(_ room: inout ByteRoom) {
    var hash = SHA1()
    hash.update(key.bytes)
    let suffix: StaticString = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    hash.update(UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    let digest = hash.finish()
    room.putBase64(count: 20) { digest[$0] }
  }
}
