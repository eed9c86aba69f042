public import Foundation

/// What happened, as webhooks get it and as `events` tells it.
public struct Event: Codable, Sendable, Identifiable {
  public var id: String
  /// "session_started", "station_offline" or another of the interface's words.
  public var type: String
  public var stationId: String?
  public var transactionId: Int?
  public var data: [String: JSON]
  public var timestamp: Date
}

/// Where events are sent to, signed.
public struct Webhook: Codable, Sendable, Identifiable {
  public var id: String
  /// Whose events; nil for everybody's.
  public var companyId: String?
  public var url: String
  public var description: String?
  public var eventTypes: [String]
  public var enabled: Bool
  public var createdAt: Date
  public var updatedAt: Date
  /// What deliveries are signed with: in the answer that makes it, and never again.
  public var secret: String?
  /// Deliveries that were not taken yet, were given up, and had to make room; asked for one by one.
  public var waiting: Int?
  public var parked: Int?
  public var dropped: Int?

  /// What is said of a new one, or changed; nil leaves it, or leaves it to the server.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var companyId: String?
    /// `https://…`
    public var url: String?
    /// All when it is nil.
    public var eventTypes: [String]?
    public var description: String?
    public var enabled: Bool?
    /// 16 to 128 characters.
    public var secret: String?

    public init(url: String? = nil, eventTypes: [String]? = nil) {
      self.url = url
      self.eventTypes = eventTypes
    }
  }

  /// How a test went.
  public struct Trial: Codable, Sendable {
    /// Whether it answered 2xx.
    public var delivered: Bool
    public var responseStatus: Int?
    public var error: String?
    public var durationMs: Int
  }
}

/// One event on its way to one webhook.
public struct Delivery: Codable, Sendable {
  public var eventId: String
  public var type: String
  public var stationId: String?
  public var transactionId: Int?
  public var data: [String: JSON]
  public var timestamp: Date
  /// "waiting", "delivered" or "parked".
  public var status: String
  public var attempts: Int
  /// Of one that waits: not before this.
  public var nextAttemptAt: Date?
  public var lastAttemptAt: Date?
  public var responseStatus: Int?
  /// Why it was not taken.
  public var error: String?
}

extension CSMSClient {
  public func webhooks() -> Pages<Webhook> { pages("/webhooks", "webhooks") }

  public func webhook(_ id: String) async throws(CSMSError) -> Webhook {
    try await send("GET", "/webhooks/\(Wire.encoded(id))")
  }

  /// Makes one; the answer is the only one that has its secret.
  public func createWebhook(_ draft: Webhook.Draft) async throws(CSMSError) -> Webhook {
    try await send("POST", "/webhooks", body: draft)
  }

  @discardableResult
  public func updateWebhook(
    _ id: String, _ draft: Webhook.Draft
  ) async throws(CSMSError) -> Webhook {
    try await send("PATCH", "/webhooks/\(Wire.encoded(id))", body: draft)
  }

  public func deleteWebhook(_ id: String) async throws(CSMSError) {
    try await send("DELETE", "/webhooks/\(Wire.encoded(id))")
  }

  /// Sends an event of the type "test" now.
  public func testWebhook(_ id: String) async throws(CSMSError) -> Webhook.Trial {
    try await send("POST", "/webhooks/\(Wire.encoded(id))/test")
  }

  /// A new secret; the old one signs nothing any more.
  public func renewSecret(ofWebhook id: String) async throws(CSMSError) -> Webhook {
    try await send("POST", "/webhooks/\(Wire.encoded(id))/secret")
  }

  /// What it got, waits for and did not take, newest first.
  /// - Parameter status: "waiting", "delivered" or "parked".
  public func deliveries(ofWebhook id: String, status: String? = nil) -> Pages<Delivery> {
    pages("/webhooks/\(Wire.encoded(id))/deliveries", "deliveries", [("status", status)])
  }

  /// Sends an event once more, or with nil all that were given up.
  /// - Returns: how many wait again.
  @discardableResult
  public func redeliver(
    _ event: String? = nil, toWebhook id: String
  ) async throws(CSMSError) -> Int {
    let which = event.map { "/deliveries/\(Wire.encoded($0))" } ?? ""
    let answer: [String: Int] = try await send(
      "POST", "/webhooks/\(Wire.encoded(id))\(which)/redeliver")
    return answer["redelivered"] ?? 0
  }
}
