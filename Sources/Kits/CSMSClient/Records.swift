public import Foundation

/// Somebody who runs charging stations.
public struct Company: Codable, Sendable, Identifiable {
  public var id: String
  public var name: String
  public var enabled: Bool?
  public var homePhoto: String?
  public var brandColour: String?
  public var brandLogo: String?
  public var brandFavicon: String?
  public var tariffId: String?
  /// Companies whose tokens may charge at its stations beside its own; "*" is every company.
  public var acceptsTokensOf: [String]?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var name: String?
    public var enabled: Bool?
    public var homePhoto: String?
    public var brandColour: String?
    public var brandLogo: String?
    public var brandFavicon: String?
    public var tariffId: String?
    public var acceptsTokensOf: [String]?

    public init(id: String? = nil, name: String? = nil) {
      self.id = id
      self.name = name
    }
  }
}

/// A place, in degrees.
public struct GeoPoint: Codable, Sendable, Equatable {
  public var lat: Double
  public var lon: Double

  public init(lat: Double, lon: Double) {
    self.lat = lat
    self.lon = lon
  }
}

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
