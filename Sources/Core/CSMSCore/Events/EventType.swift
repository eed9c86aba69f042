public import OCPPJSON

/// What can happen that others are told of: webhooks, and whoever follows the events live. The raw
/// value is what the store keeps; it never changes its meaning.
public enum EventType: UInt8, Sendable, CaseIterable {
  case sessionStarted
  case sessionProgress
  case sessionStopped
  case availabilityChanged
  case stationStatus
  case connectorStatus
  case stationOnline
  case stationOffline
  case firmwareStatus
  case securityEvent

  public var word: StaticString {
    switch self {
    case .sessionStarted: "session_started"
    case .sessionProgress: "session_progress"
    case .sessionStopped: "session_stopped"
    case .availabilityChanged: "availability_changed"
    case .stationStatus: "station_status"
    case .connectorStatus: "connector_status"
    case .stationOnline: "station_online"
    case .stationOffline: "station_offline"
    case .firmwareStatus: "firmware_status"
    case .securityEvent: "security_event"
    }
  }

  public init?(word: Text) {
    guard let type = EventType.allCases.first(where: { Text($0.word) == word }) else { return nil }
    self = type
  }
}

/// Some of the types: a bit for each.
public struct EventTypes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(_ type: EventType) { rawValue = 1 << UInt32(type.rawValue) }

  /// Every type there is.
  public static let all = EventTypes(rawValue: (1 << UInt32(EventType.allCases.count)) - 1)

  public func contains(_ type: EventType) -> Bool { contains(EventTypes(type)) }

  /// The types in it, in their own order.
  public var list: [EventType] { EventType.allCases.filter { contains($0) } }
}
