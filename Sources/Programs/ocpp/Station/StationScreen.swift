import StationHost

/// What a person sees of a virtual station: lines of text, made from what is so. It draws nothing.
struct StationScreen {
  static let frameCount = 8
  /// The connector that keys are for.
  var selected = 1
  /// The last frames, oldest first.
  private(set) var frames: [String] = []
  /// The answer to the last key or command.
  var message = ""
  /// A command that is being typed; nil while keys are commands.
  var input: String?

  mutating func note(_ direction: FrameDirection, _ text: String) {
    if frames.count >= StationScreen.frameCount { frames.removeFirst() }
    frames.append((direction == .sent ? "→ " : "← ") + text.withoutSecrets)
  }

  /// - Parameters:
  ///   - width: of the terminal; longer lines are cut.
  func lines(_ state: StationState, width: Int) -> [String] {
    var lines = head(state)
    for connector in state.connectors { lines += self.lines(connector) }
    lines.append("")
    lines += frames.isEmpty ? ["  no frames yet"] : frames.map { "  \($0)" }
    lines.append("")
    if let input {
      lines.append(":\(input)█")
      lines.append("Enter does it, Esc does not; ? lists the commands.")
    } else {
      lines.append(StationScreen.keys)
      lines.append(message)
    }
    return lines.map { String($0.prefix(max(width - 1, 20))) }
  }

  static let keys =
    "1-9 connector  p plug  s swipe  b stop  e EV ready  f fault  o offline  w power  : command  q quit"

  private func head(_ state: StationState) -> [String] {
    let firmware = state.firmwareVersion.map { "  firmware \($0)" } ?? ""
    var link = state.link.rawValue
    if let wait = state.retryInMilliseconds { link += ", next attempt in \((wait + 999) / 1000) s" }
    let owed = state.queueLength == 0 ? "nothing owed" : "\(state.queueLength) messages owed"
    return [
      "\(state.identity)  OCPP \(state.version)  \(state.url)\(firmware)",
      "\(link)  \(owed)  \(state.time ?? "no time of day")", "",
    ]
  }

  private func lines(_ connector: StationState.Connector) -> [String] {
    let mark = connector.evse == selected ? "▶" : " "
    var first = "\(mark) \(connector.evse)  \(connector.status.isEmpty ? "off" : connector.status)"
    if !connector.error.isEmpty && connector.error != "NoError" { first += " \(connector.error)" }
    first += connector.isContactorClosed ? "  contactor closed" : "  contactor open"
    if connector.isLocked { first += "  locked" }
    if let id = connector.reservationId { first += "  reservation \(id)" }
    if let prompt = connector.prompt { first += "  “\(prompt)”" }
    return [first, electric(connector), session(connector)]
  }

  private func electric(_ connector: StationState.Connector) -> String {
    var text = "     \(Figures.kilowatts(connector.powerW)) kW"
    text += "  offered \(Figures.tenths(connector.offeredMilliamperes / 100)) A"
    if let limit = connector.limit {
      let amperes = limit.amperes.map { "\(Figures.tenths(Int64($0 * 10))) A" } ?? "none"
      text += "  limit \(amperes): \(limit.reason)"
      if let until = limit.until { text += " until \(until)" }
    }
    return text
  }

  private func session(_ connector: StationState.Connector) -> String {
    var text = "     meter \(Figures.kilowattHours(connector.meterWh)) kWh"
    if let transaction = connector.transaction {
      text += "  transaction \(transaction.id.map { "\($0)" } ?? "pending") of \(transaction.idTag)"
      text += ", \(Figures.kilowattHours(transaction.energyWh)) kWh"
    }
    if let charge = connector.stateOfCharge {
      text += "  vehicle \(Figures.tenths(Int64(charge * 10))) %"
      text += connector.temperature.map { ", \(Figures.tenths(Int64($0 * 10))) °C" } ?? ""
      if !connector.isEvReady { text += ", wants nothing" }
    } else {
      text += "  no vehicle"
    }
    return text
  }
}

/// Numbers as people read them.
enum Figures {
  static func kilowattHours(_ wattHours: Int64) -> String { thousandths(wattHours, places: 3) }
  static func kilowatts(_ watts: Int64) -> String { thousandths(watts, places: 1) }
  static func tenths(_ number: Int64) -> String { thousandths(number * 100, places: 1) }

  static func thousandths(_ number: Int64, places: Int) -> String {
    let sign = number < 0 ? "-" : ""
    let size = abs(number)
    let rest = String(size % 1000)
    let padded = String(repeating: "0", count: 3 - rest.count) + rest
    return "\(sign)\(size / 1000).\(padded.prefix(places))"
  }
}
