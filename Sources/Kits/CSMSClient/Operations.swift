public import Foundation

/// Whether everything works that is needed.
public struct Health: Codable, Sendable {
  public struct Service: Codable, Sendable {
    public var name: String
    public var status: String
    public var latencyMs: Double?
    public var detail: String?
  }

  /// "ready" or "not_ready".
  public var status: String
  public var version: String
  public var startedAt: Date
  public var connections: Int
  public var services: [Service]
}

/// A station's live socket.
public struct Connection: Codable, Sendable, Identifiable {
  public var id: String
  public var version: String
  public var node: String
  public var remoteAddress: String
  public var since: Date
  public var lastMessageAt: Date?
  public var messagesIn: Int
  public var messagesOut: Int
  public var pingRoundTripMs: Int?
  public var queueDepth: Int
}

/// A station on record.
public struct ChargePoint: Codable, Sendable, Identifiable {
  public var id: String
  public var name: String?
  public var enabled: Bool
  public var hasPassword: Bool
  public var vendor: String?
  public var model: String?
  public var serialNumber: String?
  public var firmwareVersion: String?
  public var ocppVersion: String
  public var isOnline: Bool
  public var registration: String?
  public var lastBoot: Date?
  public var lastSeen: Date?
  public var createdAt: Date
}

/// What a station answered to a command.
public struct CommandReport: Codable, Sendable {
  /// The OCPP action.
  public var command: String
  /// The station's word: "Accepted".
  public var result: String
  public var parts: Int?
  public var partsSent: Int?

  public var isAccepted: Bool { result == "Accepted" }
}
