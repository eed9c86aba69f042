public import Foundation

/// Somebody who drives an electric vehicle.
public struct Driver: Codable, Sendable, Identifiable {
  public var id: String
  public var companyId: String
  public var fullName: String
  /// Whether the driver's cards may charge.
  public var enabled: Bool?
  public var email: String?
  public var phone: String?
  public var groupId: String?
  public var notifyActions: Bool?
  public var notifyPayments: Bool?
  public var notifySystem: Bool?
  public var tariffId: String?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var companyId: String?
    public var fullName: String?
    public var enabled: Bool?
    public var email: String?
    public var phone: String?
    public var groupId: String?
    public var notifyActions: Bool?
    public var notifyPayments: Bool?
    public var notifySystem: Bool?
    public var tariffId: String?

    public init(id: String? = nil, companyId: String? = nil, fullName: String? = nil) {
      self.id = id
      self.companyId = companyId
      self.fullName = fullName
    }
  }
}
