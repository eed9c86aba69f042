import StationCore
import StationHost
import Synchronization

/// Shows a session as it goes: one line that is written again for a person, plain lines else.
final class SessionView: Sendable {
  private let identity: String
  private let isInteractive: Bool
  private let hasOpenLine = Mutex(false)

  init(identity: String, isInteractive: Bool = Terminal.isInteractive) {
    self.identity = identity
    self.isInteractive = isInteractive
  }

  func show(_ event: StationEvent) {
    switch event {
    case .connecting(let url): line("connecting to \(url)")
    case .connected: line("connected")
    case .disconnected(let reason, let wait):
      line("not connected: \(reason); trying again in \(Self.seconds(wait)) s")
    case .journalFailed(let reason): line("nothing is kept: \(reason)")
    case .restarting(let reason): line("restarting: \(reason)")
    case .phaseChanged(let phase): if let text = Self.text(phase) { line(text) }
    case .figures(let figures): live(Self.text(figures))
    case .ended(let phase, let figures): end(phase, figures)
    }
  }

  /// Closes a line that is still open.
  func end() {
    if hasOpenLine.withLock({ isOpen in
      defer { isOpen = false }
      return isOpen
    }) {
      Terminal.write("\n")
    }
  }

  private func line(_ text: String) {
    end()
    Terminal.print("\(identity): \(text)")
  }

  private func live(_ text: String) {
    guard isInteractive else { return line(text) }
    hasOpenLine.withLock { $0 = true }
    Terminal.write("\r\u{1B}[2K\(identity): \(text)")
  }

  private func end(_ phase: VisitPhase, _ figures: VisitFigures) {
    guard phase == .finished else { return }
    line(
      "session over: \(Self.kilowattHours(figures.energy)) kWh, "
        + "\(figures.meterValues) meter values, all acknowledged")
  }

  private static func text(_ phase: VisitPhase) -> String? {
    switch phase {
    case .registering: nil
    case .authorizing: "registered; presenting the token"
    case .charging: "token accepted; charging"
    case .leaving: "vehicle unplugged; reporting the end of the session"
    case .finished: nil
    case .refused(.token): "the central system refused the token; no energy flowed"
    }
  }

  private static func text(_ figures: VisitFigures) -> String {
    let transaction = figures.transactionId.map { "transaction \($0)" } ?? "transaction pending"
    return "\(transaction)  \(kilowatts(figures.power)) kW  \(kilowattHours(figures.energy)) kWh  "
      + "battery \(figures.stateOfCharge / 10) %  \(figures.meterValues) meter values"
  }

  static func kilowattHours(_ wattHours: Int64) -> String { Figures.kilowattHours(wattHours) }
  private static func kilowatts(_ watts: Int64) -> String { Figures.kilowatts(watts) }

  private static func seconds(_ milliseconds: UInt64) -> String {
    Figures.thousandths(Int64(milliseconds), places: 1)
  }
}
