import CSMSCore
import Foundation
import Gateway
import OCPPJSON
import Store

/// A station on record, as the HTTP interface shows it.
struct ChargePointJSON: Encodable, Sendable {
  struct Connector: Encodable, Sendable {
    var connectorId: Int
    var status: String
    var errorCode: String
    var info: String?
    var vendorId: String?
    var vendorErrorCode: String?
    var since: Timestamp?
    var updatedAt: Timestamp

    init(_ row: ConnectorRow) {
      connectorId = row.status.connector
      status = row.status.status.description
      errorCode = row.status.errorCode.description
      info = row.status.info?.description
      vendorId = row.status.vendorId?.description
      vendorErrorCode = row.status.vendorErrorCode?.description
      since = Timestamp(row.status.timestamp)
      updatedAt = Timestamp(row.receivedAt)
    }

    static let shape = Shape.object([
      .init("connector_id", .int32, required: true), .init("status", .anyText, required: true),
      .init("error_code", .anyText, required: true), .init("info", .anyText),
      .init("vendor_id", .anyText), .init("vendor_error_code", .anyText),
      .init("since", .instant), .init("updated_at", .instant, required: true),
    ])
  }

  var id: String
  var chargePointId: String
  var name: String?
  var enabled: Bool
  var hasPassword: Bool
  var vendor: String?
  var model: String?
  var serialNumber: String?
  var firmwareVersion: String?
  var ocppVersion = "1.6"
  var isOnline: Bool
  /// From the socket: CONNECTED or DISCONNECTED.
  var status: String
  var lastBoot: Timestamp?
  var registration: String?
  var lastSeen: Timestamp?
  var createdAt: Timestamp
  /// Left out in lists.
  var connectors: [Connector]?

  init(_ row: StationRow, isOnline: Bool, connectors: [ConnectorRow]? = nil) {
    id = row.identity.description
    chargePointId = row.identity.description
    name = row.name?.description
    enabled = row.isEnabled
    hasPassword = row.hasCredential
    vendor = ChargePointJSON.known(row.boot?.vendor)
    model = ChargePointJSON.known(row.boot?.model)
    serialNumber =
      (row.boot?.chargePointSerialNumber ?? row.boot?.chargeBoxSerialNumber)?.description
    firmwareVersion = row.boot?.firmwareVersion?.description
    self.isOnline = isOnline
    status = isOnline ? "CONNECTED" : "DISCONNECTED"
    lastBoot = Timestamp(row.lastBoot)
    registration = row.registration?.description
    lastSeen = Timestamp(row.lastSeen)
    createdAt = Timestamp(row.createdAt)
    self.connectors = connectors.map { $0.map { Connector($0) } }
  }

  static let shape = Shape.named(
    "ChargePoint",
    .object([
      .init("id", .anyText, required: true), .init("charge_point_id", .anyText, required: true),
      .init("name", .anyText), .init("enabled", .boolean, required: true),
      .init("has_password", .boolean, required: true), .init("vendor", .anyText),
      .init("model", .anyText), .init("serial_number", .anyText),
      .init("firmware_version", .anyText), .init("ocpp_version", .anyText, required: true),
      .init("is_online", .boolean, required: true),
      .init("status", .words(["CONNECTED", "DISCONNECTED"]), required: true),
      .init(
        "registration", .words(["Accepted", "Pending", "Rejected"]),
        "What its last BootNotification was answered with."),
      .init("last_boot", .instant), .init("last_seen", .instant),
      .init("created_at", .instant, required: true),
      .init("connectors", .list(Connector.shape), "Not in lists."),
    ]))

  private static func known(_ text: Text?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text.description
  }
}

/// What a client may say of a station.
struct ChargePointBody: Decodable, Sendable {
  /// Of a new station.
  static let newShape = Shape.object(
    [.init("charge_point_id", .text(1...48), "The OCPP identity.", required: true)] + members)
  /// Of one that is there: it keeps its identity.
  static let shape = Shape.object(members)

  private static let members: [Shape.Member] = [
    .init("name", .orNull(.text(0...255))),
    .init("enabled", .orNull(.boolean), "Whether it may connect."),
    .init(
      "password", .orNull(.text(PasswordDigest.minimumLength...PasswordDigest.maximumLength)),
      "For HTTP Basic; kept as a digest. The limits are in bytes."),
    .init("vendor", .orNull(.text(0...20))), .init("model", .orNull(.text(0...20))),
    .init("serial_number", .orNull(.text(0...25))),
    .init("firmware_version", .orNull(.text(0...50))),
  ]

  var chargePointId: String?
  var name: String?
  var enabled: Bool?
  var password: String?
  var vendor: String?
  var model: String?
  var serialNumber: String?
  var firmwareVersion: String?

  func check() throws(Problem) {
    try ChargePointBody.limit("name", name, 255)
    try ChargePointBody.limit("vendor", vendor, 20)
    try ChargePointBody.limit("model", model, 20)
    try ChargePointBody.limit("serial_number", serialNumber, 25)
    try ChargePointBody.limit("firmware_version", firmwareVersion, 50)
    guard let password else { return }
    let range = PasswordDigest.minimumLength...PasswordDigest.maximumLength
    if !range.contains(password.utf8.count) {
      throw .invalid(
        "password", "must have \(range.lowerBound) to \(range.upperBound) bytes")
    }
  }

  private static func limit(_ field: String, _ value: String?, _ length: Int) throws(Problem) {
    guard let value else { return }
    if value.unicodeScalars.count > length {
      throw .invalid(field, "must have at most \(length) characters")
    }
  }

  /// The password's digest, made once for the store and the gateway.
  var digest: PasswordDigest? { password.map { PasswordDigest(password: Array($0.utf8)) } }

  func change(_ digest: PasswordDigest?) -> StationChange {
    var change = StationChange(name: name.map { Text($0) }, isEnabled: enabled)
    if let digest {
      change.credential = .set(StationCredential(salt: digest.salt, digest: digest.digest))
    }
    change.vendor = vendor.map { Text($0) }
    change.model = model.map { Text($0) }
    change.serialNumber = serialNumber.map { Text($0) }
    change.firmwareVersion = firmwareVersion.map { Text($0) }
    return change
  }
}
