public import Foundation

/// Where chargers stand.
public struct Site: Codable, Sendable, Identifiable {
  public var id: String
  public var companyId: String
  public var name: String
  public var enabled: Bool?
  public var groupId: String?
  public var address: String?
  public var city: String?
  public var region: String?
  public var country: String?
  public var zipCode: String?
  public var geo: GeoPoint?
  /// As the IANA database has it.
  public var timeZone: String?
  /// 0.19 is 19 %.
  public var taxRate: Decimal?
  public var contactName: String?
  public var contactPhone: String?
  public var contactEmail: String?
  public var tariffId: String?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var companyId: String?
    public var name: String?
    public var enabled: Bool?
    public var groupId: String?
    public var address: String?
    public var city: String?
    public var region: String?
    public var country: String?
    public var zipCode: String?
    public var geo: GeoPoint?
    public var timeZone: String?
    public var taxRate: Decimal?
    public var contactName: String?
    public var contactPhone: String?
    public var contactEmail: String?
    public var tariffId: String?

    public init(id: String? = nil, companyId: String? = nil, name: String? = nil) {
      self.id = id
      self.companyId = companyId
      self.name = name
    }
  }
}
