public import Foundation

/// A charging station, as its company knows it.
public struct Charger: Codable, Sendable, Identifiable {
  /// Its OCPP identity.
  public var id: String
  public var companyId: String?
  public var siteId: String?
  public var name: String?
  public var enabled: Bool?
  public var brand: String?
  public var model: String?
  public var type: String?
  public var serial: String?
  public var geo: GeoPoint?
  public var address: String?
  public var ownerName: String?
  public var groupId: String?
  public var meterType: String?
  public var meterSerial: String?
  public var pincode: String?
  public var availability: String?
  public var isOnline: Bool?
  public var status: ChargerStatus?
  public var accessType: String?
  public var active24x7: Bool?
  public var photo: String?
  public var firmwareVersion: String?
  public var paymentId: String?
  public var tariffId: String?
  /// Its last boot.
  public var lastConnection: Date?
  public var lastHeartbeat: Date?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var companyId: String?
    public var siteId: String?
    public var name: String?
    public var enabled: Bool?
    public var brand: String?
    public var model: String?
    public var type: String?
    public var serial: String?
    public var geo: GeoPoint?
    public var address: String?
    public var ownerName: String?
    public var groupId: String?
    public var meterType: String?
    public var meterSerial: String?
    public var pincode: String?
    public var availability: String?
    public var accessType: String?
    public var active24x7: Bool?
    public var photo: String?
    public var firmwareVersion: String?
    public var paymentId: String?
    public var tariffId: String?

    public init(id: String? = nil, name: String? = nil) {
      self.id = id
      self.name = name
    }
  }
}
