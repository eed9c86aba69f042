import Foundation
import Network
import OCPP16
import OCPPJSON
import StationCore
import StationHost

/// A station on a terminal: one picture that is drawn again in place, and keys.
enum InteractiveMode {
  static func run(_ configuration: StationConfiguration) throws -> Int32 {
    Terminal.neverWait()
    let loop = try EventLoop()
    var settings = configuration.drivenSettings
    if !configuration.isSampleIntervalGiven {
      settings.presets.insert(configuration.sampleIntervalPreset, at: 0)
    }
    let station = VirtualStation(loop: loop, settings: settings)
    let desk = Desk(station: station, token: configuration.plan.idTag)
    for signal in [SIGTERM, SIGINT] { try loop.onSignal(signal) { desk.leave() } }
    let keyboard = try Keyboard(loop: loop) { byte in desk.take(byte) }
    defer { Keyboard.restore() }
    station.start()
    loop.execute { desk.begin() }
    withExtendedLifetime(keyboard) { loop.run() }
    desk.end()
    return 0
  }
}

/// Keys in, picture out.
///
/// `@unchecked Sendable`: used on the station's loop's thread only, and after the loop has ended.
final class Desk: @unchecked Sendable {
  private static let interval: UInt64 = 100
  private static let escape: UInt8 = 0x1B
  private let station: VirtualStation
  private let token: Text
  private var screen = StationScreen()
  private var drawn = 0
  private var isDirty = true
  private var timer: LoopTimer?

  init(station: VirtualStation, token: Text) {
    self.station = station
    self.token = token
  }

  func begin() {
    station.onFrame = { [unowned self] direction, text in
      screen.note(direction, text)
      isDirty = true
    }
    station.onChange = { [unowned self] in isDirty = true }
    station.onEvent = { [unowned self] event in note(event) }
    timer = station.loop.schedule(afterMilliseconds: 0, repeating: Desk.interval) { [self] in
      if isDirty { draw() }
    }
  }

  /// The last picture stays; the station says goodbye.
  func leave() {
    draw()
    timer?.cancel()
    station.shutDown()
    station.loop.stop()
  }

  func end() { Terminal.write("\n") }

  private func note(_ event: StationEvent) {
    switch event {
    case .disconnected(let reason, _): screen.message = "not connected: \(reason)"
    case .journalFailed(let reason): screen.message = "nothing is kept: \(reason)"
    case .restarting(let reason): screen.message = "restarting: \(reason)"
    case .connected: screen.message = "connected"
    case .connecting, .phaseChanged, .figures, .ended: break
    }
    isDirty = true
  }

  /// Over the last picture, line by line, so that nothing flickers.
  private func draw() {
    isDirty = false
    let lines = screen.lines(station.state, width: Keyboard.width)
    var text = drawn > 1 ? "\u{1B}[\(drawn - 1)A\r" : "\r"
    text += lines.map { "\u{1B}[2K\($0)" }.joined(separator: "\n")
    // What the last picture had more.
    text += "\u{1B}[J"
    Terminal.write(text)
    drawn = lines.count
  }

  // MARK: Keys

  func take(_ byte: UInt8?) {
    isDirty = true
    guard let byte else { return leave() }
    if screen.input != nil { return type(byte) }
    switch UnicodeScalar(byte) {
    case "1"..."9": select(Int(byte) - 0x30)
    case "p": perform(isPlugged ? .plugOut(connector: at) : .plugIn(connector: at, nil))
    case "s": perform(.swipe(idTag: token, connector: at))
    case "b": perform(.stopCharging(connector: at, .stop))
    case "e": perform(isReady ? .suspend(connector: at) : .resume(connector: at))
    case "f":
      perform(isFaulted ? .clearFault(connector: at) : .fault(connector: at, .groundFailure))
    case "o": perform(station.state.link == .offline ? .goOnline : .goOffline)
    case "w": perform(station.isPowered ? .powerOff : .powerOn)
    case "r": perform(.powerCycle)
    case ":": screen.input = ""
    case "?", "h": screen.message = "There is more behind : with the words of ocpp station --help."
    case "q": leave()
    default: break
    }
  }

  private var at: Int { screen.selected }
  private var connector: StationState.Connector? {
    station.state.connectors.first { $0.evse == at }
  }
  private var isPlugged: Bool { connector?.isPlugged ?? false }
  private var isReady: Bool { connector?.isEvReady ?? false }
  private var isFaulted: Bool { connector?.status == "Faulted" }

  private func select(_ number: Int) {
    if station.state.connectors.contains(where: { $0.evse == number }) { screen.selected = number }
  }

  private func type(_ byte: UInt8) {
    var text = screen.input ?? ""
    switch byte {
    case Desk.escape: screen.input = nil
    case 0x0A, 0x0D:
      screen.input = nil
      command(text)
    case 0x7F, 0x08:
      if !text.isEmpty { text.removeLast() }
      screen.input = text
    case 0x20...0x7E:
      if text.utf8.count < 200 { text.append(Character(UnicodeScalar(byte))) }
      screen.input = text
    default: break
    }
  }

  private func command(_ text: String) {
    switch text.trimmingCharacters(in: .whitespaces) {
    case "": return
    case "quit", "exit": return leave()
    case "?", "help":
      screen.message =
        "plug N, unplug N, swipe TOKEN [N], stop N, suspend N, resume N, fault N ERROR, clear N, "
        + "offline, online, power on|off|cycle, config KEY VALUE, cache, list, quit"
    case let line:
      do throws(SyntaxError) {
        perform(try Act(command: line, vehicle: station.settings.vehicle))
      } catch {
        screen.message = "\(line): \(error.description)"
      }
    }
  }

  private func perform(_ act: Act) {
    screen.message = ""
    do throws(ActRefusal) { try station.perform(act) } catch { screen.message = error.description }
  }
}
