public import Network
import OCPP16
import OCPPJSON
import StationCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A whole charging station that is not there: outlets, vehicles, a power switch and a network cable
/// around a charge point that runs as it would on hardware, with its journal, over a real socket.
///
/// `@unchecked Sendable`: used on its loop's thread only, which its methods check by the loop's own
/// means; `start` and `stop` go there by themselves.
public final class VirtualStation: @unchecked Sendable {
  public let loop: EventLoop
  public private(set) var settings: StationSettings
  /// Called on the loop's thread: what the link and the power do, frames as they pass, and after each
  /// event that could have changed anything.
  public var onEvent: (StationEvent) -> Void = { _ in }
  public var onFrame: ((FrameDirection, String) -> Void)?
  public var onChange: () -> Void = {}

  let time = StationTime()
  private(set) var hardware: VirtualHardware
  private(set) var driver: StationDriver?
  private(set) var facilities: StationFacilities
  private var security: StationSecurity
  private var flash: HostFlash?
  private var ticker: LoopTimer?
  /// The network cable is out, whatever the power does.
  private(set) var isOffline = false
  private var hasBooted = false
  /// Callers of `advance` that wait.
  var leap: TimeLeap?

  public init(loop: EventLoop, settings: StationSettings) {
    self.loop = loop
    self.settings = settings
    hardware = VirtualHardware(settings.setup, meterStart: settings.meterStart)
    facilities = StationFacilities(settings, loop: loop)
    security = StationSecurity(settings, certificates: facilities.certificates)
  }

  // MARK: Power

  public var isPowered: Bool { driver != nil }

  /// Powers it on. May be called by any thread.
  public func start() { loop.execute { [self] in powerOn() } }

  /// Pulls the plug, and lets go of the journal's file. May be called by any thread.
  public func stop() { loop.execute { [self] in powerOff() } }

  /// Takes another station's place: other settings. Loop thread only.
  ///
  /// - Parameter keepsJournal: what is in the journal, the vehicles and the folder stay; else it is
  ///   factory-new.
  func replace(with settings: StationSettings, keepsJournal: Bool) {
    powerOff()
    self.settings = settings
    isOffline = false
    if !keepsJournal {
      flash = nil
      hasBooted = false
      if case .file(let path) = settings.journal { unlink(path) }
      hardware = VirtualHardware(settings.setup, meterStart: settings.meterStart)
      facilities = StationFacilities(settings, loop: loop)
    }
    security = StationSecurity(settings, certificates: facilities.certificates)
  }

  /// Ends as a program ends that was asked to: the socket is closed properly, nothing more is told.
  /// Loop thread only.
  public func shutDown() {
    onEvent = { _ in }
    onChange = {}
    powerOff(goodbye: true)
  }

  func powerOn() {
    if driver != nil { return }
    let driver = StationDriver(
      loop: loop, time: time, hardware: hardware, security: security, setup: bootSetup)
    self.driver = driver
    listen(to: driver)
    if isOffline { driver.goOffline() }
    let plugged = hardware.outlets.indices.filter { hardware.outlets[$0].vehicle != nil }
    driver.powerOn(flash: openFlash(), presets: bootPresets, plugged: plugged)
    hasBooted = true
    startTicker()
    onChange()
  }

  func powerOff(goodbye: Bool = false) {
    guard let driver else { return }
    self.driver = nil
    ticker?.cancel()
    facilities.cancel()
    if case .file = settings.journal { flash = nil }
    driver.powerOff(goodbye: goodbye)
    onChange()
  }

  /// Another message id prefix for every station, and the firmware that was installed last.
  private var bootSetup: StationSetup {
    var setup = settings.setup
    setup.seed = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if let version = facilities.firmware.installedVersion {
      setup.identity.firmwareVersion = Text(version)
    }
    setup.fileTransferProtocols = Text(FileTransfer.protocols)
    return setup
  }

  /// What was set from outside is in the journal after the first start, except for what only the
  /// outside can set.
  private var bootPresets: [(Text, Text)] {
    if !hasBooted || settings.journal == .none { return settings.presets }
    return settings.presets.filter { name, _ in
      ConfigurationKey.allCases.contains {
        $0.isReadOnly && $0.name.isSame(ignoringCase: name)
      }
    }
  }

  private func openFlash() -> HostFlash? {
    if let flash { return flash }
    switch settings.journal {
    case .none: return nil
    case .memory: flash = HostFlash()
    case .file(let path):
      do {
        flash = try HostFlash(path: path)
      } catch {
        onEvent(.journalFailed(reason: "\(error)"))
      }
    }
    return flash
  }

  private func listen(to driver: StationDriver) {
    driver.listener.link = { [unowned self] in
      facilities.log.note($0)
      onEvent($0)
    }
    driver.listener.frame = { [unowned self] direction, text in
      facilities.log.note(direction, text)
      onFrame?(direction, text)
    }
    driver.listener.turn = { [unowned self] in
      leap?.proceed()
      onChange()
    }
    driver.listener.facility = { [unowned self, unowned driver] step in
      facilities.perform(step, for: driver) { [weak self] in self?.installed() }
    }
    driver.listener.reboot = { [unowned self] type in
      restart(type == .soft ? "soft reset" : "hard reset", isSoft: type == .soft)
    }
  }

  /// Off and on again, not within the event that asked for it.
  private func restart(_ reason: String, isSoft: Bool) {
    facilities.log.note("restarting: \(reason)")
    onEvent(.restarting(reason: reason))
    let dying = driver
    loop.execute { [self] in
      guard let dying, driver === dying else { return }
      powerOff(goodbye: isSoft)
      powerOn()
    }
  }

  /// New firmware is in place: it runs after a restart, which waits until the central system has been
  /// told so far, or cannot be.
  private func installed() {
    let deadline = StationTime.machine() + VirtualStation.installPatience
    ticking(until: { [self] in
      guard let driver else { return true }
      return driver.station.isSettled || !driver.station.isRegistered
        || StationTime.machine() >= deadline
    }) { [self] in restart("new firmware", isSoft: true) }
  }

  /// How long the restart after an installation waits, in milliseconds.
  private static let installPatience: Int64 = 5_000

  /// Looks every 20 ms, and goes on when it is so.
  private func ticking(until isSo: @escaping () -> Bool, then goOn: @escaping () -> Void) {
    let installing = driver
    loop.schedule(afterMilliseconds: 20) { [self] in
      guard driver === installing else { return }
      if isSo() { goOn() } else { ticking(until: isSo, then: goOn) }
    }
  }

  // MARK: Time

  /// Looks at meters and vehicles once a second.
  private func startTicker() {
    ticker?.cancel()
    let period = settings.tickInterval
    ticker = loop.schedule(afterMilliseconds: period, repeating: period) { [self] in tick() }
  }

  func setOffline(_ isOffline: Bool) {
    self.isOffline = isOffline
    if isOffline { driver?.goOffline() } else { driver?.goOnline() }
    onChange()
  }

  func tick() {
    guard let driver else { return }
    hardware.now = time.now
    hardware.advance()
    for number in hardware.outlets.indices.dropFirst() {
      let outlet = hardware.outlets[number]
      if outlet.isEVReady, outlet.vehicle?.isFull == true {
        hardware.setEVReady(number, false)
        driver.handle(.evNotReady(connector: number))
      }
      if outlet.isClosed, let reading = hardware.readMeter(number) {
        driver.handle(.meterRead(connector: number, reading))
      }
    }
    onChange()
  }
}
