import COCPPStation
import Journal
import OCPP16
import OCPPJSON
import StationCore
import WebSocketStream

/// A station of a C program: one device, its clock, and what it was told from within callbacks.
final class Station {
  let board: CBoard
  let device: StationDevice<CBoard, CFlash>
  /// What BootNotification says.
  var identity: StationIdentity
  private(set) var isStarted = false
  /// Something of ours is running: the program is in one of its callbacks.
  private(set) var isInside = false
  /// What callbacks told, in order; a program that tells more than this at a time is not heard.
  private var inbox: [Event] = []
  private var lastTick: UInt32
  private var time: Int64 = 0
  private var inputs: [Inputs]

  /// What the input callbacks said last.
  private struct Inputs {
    var isPlugged = false
    var isEVReady = false
    var isEVSEReady = true
  }

  static var inboxLimit: Int { 64 }

  init(_ setup: ocpp_setup) throws(Failure) {
    var station = try StationSetup(setup)
    let callbacks = try Callbacks(setup)
    identity = station.identity
    let upgrade: UpgradeRequest
    if let stream = setup.stream?.pointee {
      upgrade = try UpgradeRequest(stream)
    } else {
      upgrade = UpgradeRequest(host: "unused", path: "", identity: "unused")
    }
    let (high, low) = (callbacks.random(setup.context), callbacks.random(setup.context))
    station.seed = UInt64(high) << 32 | UInt64(low)
    var flash: CFlash?
    if let functions = setup.flash?.pointee {
      flash = try CFlash(
        functions, context: setup.context, setup: station)
    }
    let records = try journalRecords(setup, station)
    // The longest record is that of a firmware update: half a sector when it is signed.
    let isSigned = setup.firmware?.pointee.check_certificate != nil
    let payload = (flash?.geometry.sectorSize).map {
      max(station.largestRecord, min($0 / 2, isSigned ? 8_192 : 1_024))
    }
    let (profile, highest) = try Station.securityProfiles(setup)
    board = CBoard(callbacks, upgrade: upgrade, frameLimit: station.frameLimit)
    do throws(JournalError) {
      device = try StationDevice(
        setup: station, board: board, flash: flash, payload: payload, records: records)
    } catch {
      throw Failure(error.code == .badLimits ? OCPP_BAD_FLASH : OCPP_JOURNAL_ERROR)
    }
    // What the central system may send, there has to be room for.
    if let isEnough = device.journal?.holds(station), !isEnough { throw Failure(OCPP_BAD_FLASH) }
    device.allowSecurityProfiles(upTo: highest)
    // What the journal says is newer, unless the program goes higher by itself.
    let first = Text(utf8: [0x30 + UInt8(profile)])
    let kept = device.station.configurationValue(.securityProfile)
    if (kept.bytes.first ?? 0x30) < 0x30 + UInt8(profile) {
      _ = device.preset("SecurityProfile", first)
    }
    inputs = [Inputs](repeating: Inputs(), count: station.connectors + 1)
    inbox.reserveCapacity(Station.inboxLimit)
    lastTick = callbacks.milliseconds(setup.context)
  }

  var connectors: Int { inputs.count - 1 }

  /// The first and the highest.
  private static func securityProfiles(_ setup: ocpp_setup) throws(Failure) -> (Int32, Int32) {
    guard (0...3).contains(setup.security_profile), (0...3).contains(setup.highest_security_profile)
    else { throw Failure(OCPP_BAD_ARGUMENT) }
    return (setup.security_profile, max(setup.security_profile, setup.highest_security_profile))
  }

  /// The program's clock may wrap around.
  func tick() -> Int64 {
    let tick = board.callbacks.milliseconds(board.callbacks.context)
    time += Int64(tick &- lastTick)
    lastTick = tick
    board.now = time
    return time
  }

  /// Runs something of the device, and after it what callbacks told meanwhile.
  func run(_ body: (Int64) -> Void) -> Int32 {
    if isInside { return Int32(OCPP_BUSY) }
    isInside = true
    body(tick())
    while !inbox.isEmpty { device.handle(inbox.removeFirst(), now: time) }
    isInside = false
    return Int32(OCPP_OK)
  }

  /// Tells the station what happened, now or after what is under way.
  func tell(_ event: Event) -> Int32 {
    guard isStarted else { return Int32(OCPP_BAD_STATE) }
    if isInside {
      guard inbox.count < Station.inboxLimit else { return Int32(OCPP_BUSY) }
      inbox.append(event)
      return Int32(OCPP_OK)
    }
    return run { device.handle(event, now: $0) }
  }

  func start() -> Int32 {
    if isStarted { return Int32(OCPP_BAD_STATE) }
    isStarted = true
    let result = run { device.start(now: $0) }
    if result == Int32(OCPP_OK) { lookAtInputs(isFirst: true) }
    return result
  }

  func loop() -> Int32 {
    if isInside { return Int32(OCPP_BUSY) }
    guard isStarted else { return Int32(OCPP_BAD_STATE) }
    lookAtInputs(isFirst: false)
    return run { board.callbacks.stream == nil ? device.poll(now: $0) : device.pollStream(now: $0) }
  }

  /// In milliseconds from the last look at the clock.
  var nextWake: Int64? {
    board.callbacks.stream == nil ? device.nextWake : device.nextStreamWake
  }

  /// After a restart a transaction may go on: then the first look says how the cable is, whatever it
  /// is.
  private func lookAtInputs(isFirst: Bool) {
    let hardware = board.callbacks.hardware
    let context = board.callbacks.context
    for number in 1..<inputs.count {
      if let isPlugged = hardware.is_plugged?(context, Int32(number)),
        isFirst || isPlugged != inputs[number].isPlugged
      {
        inputs[number].isPlugged = isPlugged
        _ = tell(isPlugged ? .cableInserted(connector: number) : .cableRemoved(connector: number))
      }
      if let isReady = hardware.is_ev_ready?(context, Int32(number)),
        isReady != inputs[number].isEVReady
      {
        inputs[number].isEVReady = isReady
        _ = tell(isReady ? .evReady(connector: number) : .evNotReady(connector: number))
      }
      if let isReady = hardware.is_evse_ready?(context, Int32(number)),
        isReady != inputs[number].isEVSEReady
      {
        inputs[number].isEVSEReady = isReady
        _ = tell(isReady ? .evseReady(connector: number) : .evseNotReady(connector: number))
      }
    }
  }
}
