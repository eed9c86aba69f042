import Billing
import OCPPJSON
import Tariffs

/// What tariffs look like in the interface (docs/tariffs.md).
enum TariffShapes {
  /// Of ISO 4217, which is looked up: as a list of words it would fill half of the document.
  static let currency = Shape.text(3...3)

  private static let price = Shape.object([
    .init(
      "days",
      .list(.words((0..<7).map { "\(DayWindow.word(ofDay: $0))" }), 1...7),
      "On which it holds; on all of them, when left out."),
    .init("from", .text(5...5), "By the site's clocks: HH:MM, 00:00 when left out."),
    .init(
      "until", .text(5...5),
      "HH:MM, 24:00 when left out. Before from, it is on the day after."),
    .init("per_kwh", .number, "In units of the currency, like all prices."),
    .init("per_minute", .number, "From begin to end."),
    .init("per_idle_minute", .number, "After charging has ended and the grace is over."),
    .init("per_start", .number, "Once, when energy was delivered."),
  ])

  static let definition = Shape.named(
    "TariffDefinition",
    .object([
      .init(
        "prices", .list(price, 0...TariffLimits.prices),
        "For each thing that is charged for, the first one counts that holds at the moment and "
          + "names it. What none names is free."),
      .init("idle_grace_minutes", .number, "How long a car may stay after charging has ended (0)."),
      .init("minimum", .number, "In units of the currency; owed when energy was delivered."),
      .init("maximum", .number, "In units of the currency."),
      .init("tax_rate", .number, "0.19 is 19 %; the site's, when left out."),
      .init(
        "prices_include_tax", .boolean,
        "Whether tax is in the prices (true), or comes on top of their sum."),
    ]))

  static let currencyFault: @Sendable (JSONValue) -> String? = { value in
    guard case .text(let code) = value, Currency(code: code) == nil else { return nil }
    return "is no currency of ISO 4217, such as EUR"
  }

  static let timeZoneFault: @Sendable (JSONValue) -> String? = { value in
    guard case .text(let name) = value, !TimeZones.contains(name) else { return nil }
    return "is no time zone of the IANA database, such as Europe/Berlin"
  }

  static let taxRateFault: @Sendable (JSONValue) -> String? = { value in
    guard case .number(let rate) = value else { return nil }
    let isRate = !(rate < 0) && !(rate > 1) && rate.hasAtMost(fractionDigits: 6)
    return isRate ? nil : "must be from 0 to 1, with six digits after the point at most"
  }
}
