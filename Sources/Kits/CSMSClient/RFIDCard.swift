public import Foundation

/// An RFID card: a token that a driver carries.
public struct RFIDCard: Codable, Sendable, Identifiable {
  /// The tag that stations read.
  public var id: String
  public var companyId: String?
  public var driverId: String?
  public var enabled: Bool?
  public var nameOn: String?
  public var numberOn: String?
  public var expiration: Date?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var companyId: String?
    public var driverId: String?
    public var enabled: Bool?
    public var nameOn: String?
    public var numberOn: String?
    public var expiration: Date?

    public init(id: String? = nil, driverId: String? = nil, nameOn: String? = nil) {
      self.id = id
      self.driverId = driverId
      self.nameOn = nameOn
    }
  }
}
