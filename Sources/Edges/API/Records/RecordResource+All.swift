import Access
import CSMSCore
import OCPP16
import OCPPJSON
import Store

extension RecordResource {
  /// Those with the ordinary routes. `RecordsDoor` makes them.
  static let all = [companies, sites, chargers, connectors, drivers, cards, tariffs]
  /// Those that others are listed below, by their name in a path.
  static let containers = [
    "company_id": companies, "site_id": sites, "charger_id": chargers, "driver_id": drivers,
    "tariff_id": tariffs,
  ]

  private static let identifier = RecordField("id", .text, .text(1...64)).required.fixed
  private static let enabled = RecordField("enabled", .boolean).initially(.integer(1))
  private static let stamps = [
    RecordField("created_at", .instant).told, RecordField("updated_at", .instant).told,
  ]
  private static let tariff = RecordField(
    "tariff_id", .text, .text(1...64), "The tariff; the most specific one wins.")
  private static let link = Shape.text(0...2048)
  private static let geo = RecordField(
    "geo", .json,
    .object([.init("lat", .number, required: true), .init("lon", .number, required: true)]),
    "In degrees.")

  private static func company(required: Bool = true) -> RecordField {
    let field = RecordField("company_id", .text, .text(1...64))
    return required ? field.required.fixed : field
  }

  private static func kind(
    _ noun: String, view: String, table: String, _ fields: [RecordField], position: String = "id",
    newestFirst: Bool = false, more: [String] = []
  ) -> RecordKind {
    RecordKind(
      noun, view: view, columns: fields.filter { $0.derive == nil }.map(\.name) + more,
      position: position,
      isNewestFirst: newestFirst, table: table)
  }

  // MARK: Companies, sites, drivers, tariffs

  private static let companyFields =
    [
      identifier, RecordField("name", .text, .text(1...255)).required, enabled,
      RecordField("home_photo", .text, link), RecordField("brand_colour", .text),
      RecordField("brand_logo", .text, link), RecordField("brand_favicon", .text, link), tariff,
      RecordField(
        "accepts_tokens_of", .json, .list(.text(1...64), 0...1000),
        "Companies whose tokens may charge at this company's stations; * stands for every company. "
          + "Its own and those of no company always may."),
    ] + stamps
  static let companies = RecordResource(
    name: "companies", tag: "Companies", noun: "company",
    kind: kind("company", view: "companies", table: "companies", companyFields),
    fields: companyFields, lists: ["/companies"], items: ["/companies/{company_id}"],
    parents: [attached],
    filters: [Filter("name"), Filter("enabled", nil, .equal, .boolean)], companyColumn: "id",
    writers: .admin)

  private static let siteFields =
    [
      company(), identifier, RecordField("name", .text, .text(1...255)).required, enabled,
      RecordField("group_id", .text), RecordField("address", .text, link),
      RecordField("city", .text), RecordField("region", .text), RecordField("country", .text),
      RecordField("zip_code", .text), geo,
      RecordField("time_zone", .text, .text(1...64), "As the IANA database has it.")
        .checked(TariffShapes.timeZoneFault),
      RecordField("tax_rate", .decimal, .number, "0.19 is 19 %; for tariffs that say none.")
        .checked(TariffShapes.taxRateFault),
      RecordField("contact_name", .text), RecordField("contact_phone", .text),
      RecordField("contact_email", .text), tariff,
    ] + stamps
  static let sites = RecordResource(
    name: "sites", tag: "Sites", noun: "site",
    kind: kind("site", view: "sites", table: "sites", siteFields), fields: siteFields,
    lists: ["/sites", "/companies/{company_id}/sites"],
    items: ["/sites/{site_id}", "/companies/{company_id}/sites/{site_id}"],
    parents: [Parent(field: "company_id", kind: companies.kind, noun: "Company"), attached],
    filters: [Filter("company_id"), Filter("group_id"), Filter("city"), Filter("country")])

  private static let driverFields =
    [
      company(), identifier, RecordField("full_name", .text, .text(1...255)).required,
      RecordField("enabled", .boolean, nil, "Whether the driver's cards may charge.")
        .initially(.integer(1)),
      RecordField("email", .text, .text(0...320)), RecordField("phone", .text),
      RecordField("group_id", .text),
      RecordField("notify_actions", .boolean).initially(.integer(1)),
      RecordField("notify_payments", .boolean).initially(.integer(1)),
      RecordField("notify_system", .boolean).initially(.integer(1)), tariff,
    ] + stamps
  static let drivers = RecordResource(
    name: "drivers", tag: "Drivers", noun: "driver",
    kind: kind("driver", view: "drivers", table: "drivers", driverFields), fields: driverFields,
    lists: ["/drivers", "/companies/{company_id}/drivers"],
    items: ["/drivers/{driver_id}", "/companies/{company_id}/drivers/{driver_id}"],
    parents: [Parent(field: "company_id", kind: companies.kind, noun: "Company"), attached],
    filters: [Filter("company_id"), Filter("group_id"), Filter("email")])

  private static let tariffFields =
    [
      company(), identifier, RecordField("name", .text, .text(1...255)).required, enabled,
      RecordField("currency", .text, TariffShapes.currency, "ISO 4217.").required
        .checked(TariffShapes.currencyFault),
      RecordField("definition", .json, TariffShapes.definition, "The tariff itself.").required,
      RecordField(
        "connector_group_id", .text, .text(1...64),
        "Holds for the company's connectors with this group_id."),
      RecordField(
        "version", .integer, nil,
        "A change of currency or definition makes the next one; sessions keep theirs."
      ).told,
    ] + stamps
  private static let tariffKind = kind(
    "tariff", view: "tariffs", table: "tariffs", tariffFields)
  static let tariffs = RecordResource(
    name: "tariffs", tag: "Tariffs", noun: "tariff", kind: tariffKind, fields: tariffFields,
    lists: ["/tariffs", "/companies/{company_id}/tariffs"],
    items: ["/tariffs/{tariff_id}", "/companies/{company_id}/tariffs/{tariff_id}"],
    parents: [Parent(field: "company_id", kind: companies.kind, noun: "Company")],
    filters: [Filter("company_id"), Filter("connector_group_id")])

  private static let versionFields = [
    RecordField("tariff_id", .text).told, RecordField("version", .integer).told,
    RecordField("company_id", .text).told, RecordField("name", .text).told,
    RecordField("currency", .text, TariffShapes.currency).told,
    RecordField("definition", .json, TariffShapes.definition).told,
    RecordField("created_at", .instant).told,
  ]
  /// What tariffs said, each time.
  static let tariffVersions = RecordResource(
    name: "tariff-versions", tag: "Tariffs", noun: "tariff version",
    kind: kind(
      "tariff version", view: "tariff_version_records", table: "tariff_versions", versionFields,
      position: "position"), fields: versionFields, lists: ["/tariffs/{tariff_id}/versions"],
    items: [], isPlain: false)

  /// A tariff that is attached has to be there, and of the same company.
  private static let attached = Parent(
    field: "tariff_id", kind: tariffKind, noun: "Tariff", givesCompany: false)

  // MARK: Chargers, connectors, cards

  private static let chargerFields =
    [
      company(required: false), RecordField("site_id", .text, .text(1...64)),
      RecordField("id", .text, .text(1...48), "Its OCPP identity.").in("identity").required.fixed,
      RecordField("name", .text),
      RecordField("enabled", .boolean, nil, "Whether it may connect.").initially(.integer(1)),
      RecordField("brand", .text, .text(0...50), "The station's own word counts, once it booted.")
        .in("vendor"),
      RecordField("model", .text, .text(0...50)), RecordField("type", .text),
      RecordField("serial", .text, .text(0...50)).in("charge_point_serial_number"), geo,
      RecordField("address", .text, link), RecordField("owner_name", .text),
      RecordField("group_id", .text), RecordField("meter_type", .text, .text(0...50)),
      RecordField("meter_serial", .text, .text(0...50)).in("meter_serial_number"),
      RecordField("pincode", .text, .text(0...16)), RecordField("availability", .text),
      // The door says it: no database knows.
      RecordField("is_online", .boolean, nil, "From the socket.").derived { _ in nil },
      RecordField("status", .text, .words(ChargerStatus.words), "From its connectors.").told,
      RecordField("access_type", .text), RecordField("active_24x7", .boolean),
      RecordField("photo", .text, link), RecordField("firmware_version", .text, .text(0...50)),
      RecordField("payment_id", .text), tariff,
      RecordField("last_connection", .instant, nil, "Its last boot.").told,
      RecordField(
        "last_heartbeat", .instant, nil,
        "Its last Heartbeat; another message counts when that is ten minutes ago."
      ).told,
    ] + stamps
  static let chargers = RecordResource(
    name: "chargers", tag: "Chargers", noun: "charger",
    kind: kind("charger", view: "charger_records", table: "stations", chargerFields),
    fields: chargerFields,
    lists: ["/chargers", "/companies/{company_id}/sites/{site_id}/chargers"],
    items: [
      "/chargers/{charger_id}", "/companies/{company_id}/sites/{site_id}/chargers/{charger_id}",
    ],
    parents: [
      Parent(field: "site_id", kind: sites.kind, noun: "Site"),
      Parent(field: "company_id", kind: companies.kind, noun: "Company"), attached,
    ],
    filters: [
      Filter("company_id"), Filter("site_id"), Filter("group_id"),
      Filter("status", words: ChargerStatus.words),
      Filter("enabled", nil, .equal, .boolean),
    ], key: [("identity", "id")], makesID: false)

  private static let connectorFields =
    [
      RecordField("company_id", .text).told, RecordField("site_id", .text).told,
      RecordField("charger_id", .text, .text(1...48)).in("station_id").required.fixed,
      RecordField("id", .integer, .positive, "As OCPP counts them.").in("connector")
        .required.fixed,
      RecordField("name", .text), RecordField("type", .text),
      RecordField("enabled", .boolean).initially(.integer(1)),
      RecordField("status", .text, nil, "As it reported it last; not there before.").told,
      RecordField("error_code", .text).told, RecordField("rated_power_kw", .decimal),
      RecordField("max_current", .decimal, nil, "In amperes."),
      RecordField("group_id", .text, .text(1...64), "Connectors with one tariff, for instance."),
      tariff,
    ] + stamps
  private static let chargerConnectors =
    "/companies/{company_id}/sites/{site_id}/chargers/{charger_id}/connectors"
  static let connectors = RecordResource(
    name: "connectors", tag: "Connectors", noun: "connector",
    kind: kind(
      "connector", view: "connector_listing", table: "connector_records", connectorFields,
      position: "position"), fields: connectorFields,
    lists: ["/connectors", "/chargers/{charger_id}/connectors", chargerConnectors],
    items: [
      "/chargers/{charger_id}/connectors/{connector_id}", "\(chargerConnectors)/{connector_id}",
    ],
    parents: [Parent(field: "charger_id", kind: chargers.kind, noun: "Charger"), attached],
    filters: [
      Filter("company_id"), Filter("site_id"), Filter("charger_id"),
      Filter("status", words: ChargePointStatus.allCases.map(\.word.description)),
    ],
    key: [("station_id", "charger_id"), ("connector", "id")], makesID: false)

  private static let cardFields =
    [
      company(required: false),
      RecordField("driver_id", .text, .text(1...64)).required.sometimesMissing,
      RecordField("id", .text, .idTag, "The tag that stations read.").in("id_tag").required.fixed,
      RecordField("enabled", .boolean).in("status").initially(.text("Accepted")).encoded {
        .text($0 == .integer(0) ? "Blocked" : "Accepted")
      }, RecordField("name_on", .text), RecordField("number_on", .text),
      RecordField("expiration", .instant).in("expiry"),
    ] + stamps
  static let cards = RecordResource(
    name: "rfid-cards", tag: "RFID cards", noun: "RFID card",
    kind: kind(
      "RFID card", view: "card_records", table: "tokens", cardFields, position: "position"),
    fields: cardFields,
    lists: ["/rfid-cards", "/companies/{company_id}/drivers/{driver_id}/rfid-cards"],
    items: [
      "/rfid-cards/by-id/{card_id}", "/rfid-cards/{card_id}",
      "/companies/{company_id}/drivers/{driver_id}/rfid-cards/{card_id}",
    ],
    parents: [
      Parent(field: "driver_id", kind: drivers.kind, noun: "Driver"),
      Parent(field: "company_id", kind: companies.kind, noun: "Company"),
    ],
    filters: [Filter("company_id"), Filter("driver_id"), Filter("enabled", nil, .equal, .boolean)],
    key: [("id_tag_folded", "id")], makesID: false)
}
