public import OCPPJSON

/// Where a station connects, and as whom: `GET path/identity` with the subprotocol, and HTTP Basic
/// authentication when there is a password (OCPP-J 1.6 §3.1, §6.2).
public struct UpgradeRequest: Sendable {
  /// `host` or `host:port`, as it stands in the Host header.
  public var host: Text
  /// The path without the identity, such as `/ocpp`; empty or beginning with `/`.
  public var path: Text
  /// The charge box identity: the last part of the path, percent-encoded, and the user.
  public var identity: Text
  /// Nil for no authentication.
  public var password: Text?
  public var subprotocol: Text

  public init(
    host: Text, path: Text, identity: Text, password: Text? = nil, subprotocol: Text = "ocpp1.6"
  ) {
    self.host = host
    self.path = path
    self.identity = identity
    self.password = password
    self.subprotocol = subprotocol
  }

  /// Whether it can be written without another header slipping in: no control characters or spaces
  /// in what stands in the head as it is, and no colon in a user (RFC 7617 §2).
  public var isPossible: Bool {
    let isClean =
      UpgradeRequest.isClean(host) && UpgradeRequest.isClean(path)
      && UpgradeRequest.isClean(subprotocol)
    let hasColon = identity.withUTF8 { bytes in bytes.contains { $0 == 0x3A } }
    return isClean && !host.isEmpty && !identity.isEmpty && !(hasColon && password != nil)
  }

  private static func isClean(_ text: Text) -> Bool {
    text.withUTF8 { bytes in bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
  }

  func write(key: borrowing ByteRoom, to room: inout ByteRoom) {
    room.put("GET ")
    path.withUTF8 { room.put($0) }
    if path.withUTF8({ $0.last != 0x2F }) { room.put(0x2F) }
    identity.withUTF8 { room.putPathPart($0) }
    room.put(" HTTP/1.1\r\nHost: ")
    host.withUTF8 { room.put($0) }
    room.put(
      "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
    )
    subprotocol.withUTF8 { room.put($0) }
    room.put("\r\nSec-WebSocket-Key: ")
    room.put(key.bytes)
    if let password {
      room.put("\r\nAuthorization: Basic ")
      identity.withUTF8 { user in
        password.withUTF8 { secret in
          room.putBase64(count: user.count + 1 + secret.count) { index in
            if index < user.count { return user[index] }
            return index == user.count ? 0x3A : secret[index - user.count - 1]
          }
        }
      }
    }
    room.put("\r\n\r\n")
  }
}

/// Why the server's answer to the handshake was not taken.
public enum UpgradeFailure: Sendable, Equatable {
  /// The server answered with another status than 101, such as 401 or 404.
  case status(Int)
  /// No HTTP response, or one whose head is longer than the room for a message.
  case notHTTP
  /// `Upgrade`, `Connection` or `Sec-WebSocket-Accept` is missing or wrong.
  case notUpgraded
  /// The server did not choose the subprotocol that was asked for.
  case noSubprotocol
  /// The server chose an extension; none was offered.
  case unknownExtension
  /// The request has characters that may not be in it, or is longer than the room for a message.
  case badRequest
}
