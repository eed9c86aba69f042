import Billing
import CSMSCore
import OCPPJSON
import Tariffs

/// A session's cost as the interface shows it.
struct SessionCostJSON {
  private let bill: SessionBill

  init(_ bill: SessionBill) { self.bill = bill }

  private static let money = Shape.integer(-9_007_199_254_740_991...9_007_199_254_740_991)

  private static let line = Shape.object([
    .init(
      "item", .words(["energy", "time", "idle", "start", "minimum", "maximum", "kept"]),
      "kept: by how much the cost that was kept at the end differs from what it would be today.",
      required: true),
    .init("description", .anyText, "A sentence for people.", required: true),
    .init("quantity", .number, "In kWh, in seconds, or how many times.", required: true),
    .init("unit", .words(["kWh", "s", "1"]), required: true),
    .init(
      "unit_price", .number, "In units of the currency; not there for minimum, maximum and kept."),
    .init("price_unit", .words(["kWh", "min", "1"])),
    .init("price_index", .natural, "Which of the tariff's prices; not there where none counts."),
    .init("days", .list(.anyText), "On which that price holds."),
    .init("from", .anyText, "From when on, by the site's clocks."),
    .init("until", .anyText, "Until when."),
    .init("amount", money, "In minor units, rounded half up.", required: true),
    .init("amount_decimal", .anyText, required: true),
  ])

  static let shape = Shape.named(
    "SessionCost",
    .object([
      .init("session_id", .natural, required: true),
      .init("is_final", .boolean, "False while it charges.", required: true),
      .init(
        "tariff",
        .object([
          .init("id", .anyText, required: true), .init("version", .natural, required: true),
          .init("name", .anyText, required: true),
        ]), "As it was when the session began.", required: true),
      .init("currency", .anyText, "ISO 4217.", required: true),
      .init("time_zone", .anyText, "Whose clocks counted.", required: true),
      .init("start", .instant, required: true),
      .init("end", .instant, "The end, or now.", required: true),
      .init("idle_since", .instant, "From when on nothing flowed any more, until the end."),
      .init("energy_wh", money, "Billable.", required: true),
      .init("energy_kwh", .number, required: true),
      .init(
        "is_time_charged", .boolean,
        "False when the dates cannot be believed: then all energy has the price of the moment in "
          + "which the start was heard of.", required: true),
      .init(
        "flags", .list(TransactionJSON.flag), "What somebody should look at first.",
        required: true),
      .init("lines", .list(line), required: true),
      .init("subtotal", money, "The sum of the lines.", required: true),
      .init("subtotal_decimal", .anyText, required: true),
      .init("tax_rate", .number, required: true),
      .init("prices_include_tax", .boolean, required: true),
      .init("tax", money, "The part of the cost that is tax.", required: true),
      .init("tax_decimal", .anyText, required: true),
      .init("cost", money, "In minor units, tax included.", required: true),
      .init("cost_decimal", .anyText, required: true),
      .init("discount", money, required: true),
      .init("payable", money, "The cost without the discount, never below zero.", required: true),
      .init("payable_decimal", .anyText, required: true),
      .init("payable_tax", money, "The part of that which is tax.", required: true),
    ]))

  var value: JSONValue {
    .members(head + [("lines", .list(bill.cost.lines.map { line($0) }))] + totals)
  }

  private var head: [(String, JSONValue?)] {
    let usage = bill.usage
    let isDated = usage.undated == nil
    return [
      ("session_id", .integer(bill.session.id)), ("is_final", .bool(bill.session.isOver)),
      (
        "tariff",
        .members([
          ("id", .text(bill.terms.tariff)), ("version", .integer(bill.terms.version)),
          ("name", .text(bill.terms.name)),
        ])
      ), ("currency", .text(bill.terms.currency)), ("time_zone", .text(bill.timeZone)),
      ("start", .instant(usage.start)), ("end", .instant(usage.end)),
      ("idle_since", isDated ? usage.idle.map { .instant($0.lowerBound) } : nil),
      ("energy_wh", .integer(Int(usage.energy))), ("energy_kwh", number(usage.energy, 3)),
      ("is_time_charged", .bool(isDated)),
      ("flags", .list(bill.doubts.members.map { .string("\($0.word)") })),
    ]
  }

  private var totals: [(String, JSONValue?)] {
    let cost = bill.cost
    let payable = bill.payable
    return money("subtotal", cost.subtotal) + [
      ("tax_rate", number(cost.taxRate, 6)),
      ("prices_include_tax", .bool(bill.tariff.pricesIncludeTax)),
    ] + money("tax", cost.tax) + money("cost", cost.total)
      + [("discount", .integer(Int(bill.session.discount)))] + money("payable", payable)
      + [("payable_tax", .integer(Int(cost.tax(in: payable))))]
  }

  private func money(_ name: String, _ amount: Int64) -> [(String, JSONValue?)] {
    [
      (name, .integer(Int(amount))),
      ("\(name)_decimal", .text(bill.tariff.currency.decimal(amount))),
    ]
  }

  private func number(_ value: Int64, _ digits: Int8) -> JSONValue {
    .number(Decimal(mantissa: value, exponent: -digits).normalized)
  }

  private func line(_ line: CostLine) -> JSONValue {
    var price: Price?
    var index: Int?
    var units = ("1", "1", Int8(0))
    if case .used(let dimension, let used) = line.item {
      index = used
      price = used.map { bill.tariff.prices[$0] }
      switch dimension {
      case .energy: units = ("kWh", "kWh", 3)
      case .time, .idle: units = ("s", "min", 3)
      case .start: break
      }
    }
    let window = price.flatMap { $0.window == .always ? nil : $0.window }
    return .members(
      [
        ("item", .string("\(line.item.word)")), ("description", .string(sentence(line, window))),
        ("quantity", number(line.quantity, units.2)), ("unit", .string(units.0)),
        ("unit_price", line.rate.map { .number($0.decimal) }),
        ("price_unit", line.rate == nil ? nil : .string(units.1)),
        ("price_index", index.map { .integer($0) }),
        ("days", window.map { .list($0.dayWords.map { .string($0) }) }),
        ("from", window.map { .string(SessionCostJSON.clock($0.from)) }),
        ("until", window.map { .string(SessionCostJSON.clock($0.until)) }),
      ] + money("amount", line.amount))
  }

  /// "12.345 kWh at 0.39 EUR per kWh (mon tue wed thu fri 08:00-20:00)".
  private func sentence(_ line: CostLine, _ window: DayWindow?) -> String {
    let currency = bill.terms.currency
    let price = "at \(line.rate?.decimal.description ?? "0") \(currency)"
    let hours =
      window.map {
        " (\($0.dayWords.joined(separator: " ")) "
          + "\(SessionCostJSON.clock($0.from))-\(SessionCostJSON.clock($0.until)))"
      } ?? ""
    switch line.item {
    case .used(.energy, price: nil):
      return "\(Decimal(mantissa: line.quantity, exponent: -3)) kWh for which there is no price"
    case .used(.energy, _):
      return "\(Decimal(mantissa: line.quantity, exponent: -3)) kWh \(price) per kWh\(hours)"
    case .used(.time, _): return "\(length(line)) connected \(price) per minute\(hours)"
    case .used(.idle, _):
      return
        "\(length(line)) after charging had ended, beyond the grace, \(price) per minute\(hours)"
    case .used(.start, _): return "Start \(price)\(hours)"
    case .minimum: return "Up to the minimum"
    case .maximum: return "Down to the maximum"
    case .kept: return "To the cost that was kept when the session ended"
    }
  }

  private func length(_ line: CostLine) -> String {
    let seconds = line.quantity / 1000
    return "\(seconds / 3600):\(SessionCostJSON.twoDigits(Int(seconds / 60 % 60))):"
      + "\(SessionCostJSON.twoDigits(Int(seconds % 60)))"
  }

  private static func clock(_ minute: Int) -> String {
    "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension DayWindow {
  fileprivate var dayWords: [String] {
    (0..<7).filter { days & 1 << UInt8($0) != 0 }.map { "\(DayWindow.word(ofDay: $0))" }
  }
}
