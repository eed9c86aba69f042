public import Foundation

/// A connector of a charger.
public struct Connector: Codable, Sendable, Identifiable {
  /// As OCPP counts them, from 1.
  public var id: Int
  public var chargerId: String
  public var companyId: String?
  public var siteId: String?
  public var name: String?
  public var type: String?
  public var enabled: Bool?
  /// OCPP's word, as it was reported last; nil before that.
  public var status: String?
  public var errorCode: String?
  public var ratedPowerKw: Decimal?
  /// In amperes.
  public var maxCurrent: Decimal?
  public var tariffId: String?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: Int?
    public var chargerId: String?
    public var name: String?
    public var type: String?
    public var enabled: Bool?
    public var ratedPowerKw: Decimal?
    public var maxCurrent: Decimal?
    public var tariffId: String?

    public init(id: Int? = nil, type: String? = nil, ratedPowerKw: Decimal? = nil) {
      self.id = id
      self.type = type
      self.ratedPowerKw = ratedPowerKw
    }
  }
}
