public import Store

/// How a conversation reaches the central system.
public enum Wiring: String, CaseIterable, Sendable {
  /// A session and a store in memory: no socket, no file.
  case inMemory
  /// A server on a real socket with its store on disk.
  case socket

  /// A central system that lets everybody in and knows the given tokens.
  public func centralSystem(tokens: [String] = []) throws -> any CentralSystem {
    switch self {
    case .inMemory: try MemoryCentralSystem(tokens: tokens)
    case .socket:
      try SocketCentralSystem(tokens: tokens)
    }
  }
}

/// A central system as a test sees it. Its clock stands still until the test moves it.
public protocol CentralSystem {
  var clock: TestClock { get }
  var store: SQLiteStore { get }

  /// A new connection of a station.
  func connect(_ station: String) throws -> any StationPeer
}

/// A station that says what the script says.
public protocol StationPeer: AnyObject {
  func send(_ frame: String)
  /// The next frame of the central system; nil when none comes in time, or no more can come.
  func receive() -> String?
}
