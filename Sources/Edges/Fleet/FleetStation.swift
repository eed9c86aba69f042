import Journal
import Network
import OCPPJSON
import StationCore
import StationHost

/// One station of a fleet: a charge point with its socket, its outlets and their drivers.
///
/// `@unchecked Sendable`: it is used on its lane's loop only, and goes there through `execute`.
final class FleetStation: WebSocketHandler, @unchecked Sendable {
  /// It has the station too, until it stops.
  let lane: FleetLane
  let number: Int
  let member: FleetSetup.Member
  var station: ChargePoint
  var outlets: [Outlet]
  var drivers: [Driver]
  /// By connector: the prompt that turns a driver away was shown.
  var refused: [Bool]
  var chance: FleetChance
  private var memory = StationMemory()
  private var journal: StationJournal<FileFlash>?
  var socket: WebSocket?
  var timer: LoopTimer?
  /// When the timer fires, in the station's milliseconds.
  var alarmAt = Int64.max
  /// Set by SetConfiguration of an AuthorizationKey.
  var password: [UInt8]?
  var inbox: [Event] = []
  private(set) var isOn = false
  /// Whether the lane's room for output is with it.
  var holdsRoom = false
  /// Whether it has that room for good, because its journal refused a batch.
  var keepsRoom = false
  var isStopped = false
  private let seed: UInt64
  let firstRegister: Int64
  /// The call that waits for its answer: when it left, and with an observer its text.
  var sentAt: UInt64 = 0
  var sentCall: [UInt8] = []

  init(_ lane: FleetLane, number: Int) {
    self.lane = lane
    self.number = number
    let setup = lane.setup
    member = setup.members[number]
    password = member.password.map { Array($0.utf8) }
    var chance = FleetChance(seed: setup.seed &+ UInt64(number) &* 0x1_0000_0001)
    seed = chance.next()
    firstRegister = chance.between(0, 5_000_000)
    station = ChargePoint(setup: setup.station(seed: seed))
    let register = firstRegister
    outlets = (0..<setup.connectors).map { _ in Outlet(register: register) }
    drivers = []
    for _ in 0..<setup.connectors {
      drivers.append(Driver(firstAt: setup.arrivals.wait(from: 0, &chance)))
    }
    refused = [Bool](repeating: false, count: setup.connectors)
    self.chance = chance
    station.giveUpRoom()
  }

  // MARK: Power

  func powerOn() {
    if isOn || isStopped { return }
    isOn = true
    lane.figures.stations += 1
    if let folder = lane.setup.journalFolder { openJournal(folder) }
    boot()
  }

  private func openJournal(_ folder: String) {
    // 64 KiB: a full queue, a full list and all settings, and as much again to turn over.
    let geometry = FlashGeometry(sectorSize: 4_096, sectorCount: 16, programUnit: 4)
    do {
      journal = try StationJournal(
        port: FileFlash(path: "\(folder)/\(member.identity).journal", geometry: geometry))
    } catch {
      lane.failed("station \(member.identity): no journal: \(error)")
      lane.figures.journalFailures += 1
    }
  }

  private func boot() {
    // Settings are records too.
    lane.lendRoom(to: self)
    if journal != nil {
      do { try journal?.restore(&station) } catch { lane.figures.journalFailures += 1 }
    } else {
      memory.restore(&station)
    }
    let interval = Text("\(lane.setup.sampleInterval)")
    _ = station.preset("MeterValueSampleInterval", interval)
    _ = station.preset(
      "MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import,SoC")
    handle(.poweredOn)
  }

  /// Restarts as after a reset: what was in the journal is all it knows.
  func reboot() {
    socket?.terminate()
    socket = nil
    station = ChargePoint(setup: lane.setup.station(seed: seed))
    station.giveUpRoom()
    holdsRoom = false
    keepsRoom = false
    inbox.removeAll()
    for index in outlets.indices { outlets[index].open(at: lane.now) }
    boot()
    for (index, driver) in drivers.enumerated() where driver.phase != .away {
      handle(.cableInserted(connector: index + 1))
      handle(.evReady(connector: index + 1))
    }
  }

  /// The end: nothing is sent any more.
  func stop() {
    isStopped = true
    timer?.cancel()
    timer = nil
    socket?.close(.goingAway)
    journal = nil
  }

  /// Loses its connection, as if somebody had pulled the cable.
  func drop() { socket?.terminate() }

  /// Whether nobody is there and everything was acknowledged.
  var isDone: Bool {
    if !isOn { return true }
    if station.owedMessages > 0 || drivers.contains(where: \.isHere) { return false }
    return station.isSettled || !station.isRegistered
  }

  // MARK: The charge point

  func handle(_ event: Event) {
    if isStopped { return }
    lane.lendRoom(to: self)
    station.handle(event, now: lane.now)
    drain()
  }

  /// Makes durable, performs, and goes on until nothing follows from anything; then the drivers look.
  func drain() {
    while !isStopped {
      if !station.output.isEmpty { performOutput() }
      if inbox.isEmpty { break }
      station.handle(inbox.removeFirst(), now: lane.now)
    }
    lane.takeRoomBack(of: self)
    proceed()
  }

  private func performOutput() {
    var isDurable = true
    if journal != nil {
      isDurable = journal?.commit(station.output) ?? false
      journal?.tellRoom(&station)
    } else {
      memory.commit(station.output)
    }
    var restarts = false
    for step in station.output.steps where isDurable || step.isSafe {
      if case .reboot = step { restarts = true } else { perform(step) }
    }
    if isDurable {
      station.performed()
    } else {
      lane.figures.journalFailures += 1
      station.handle(.persistFailed, now: lane.now)
    }
    if restarts { lane.loop.execute { [self] in if !isStopped { reboot() } } }
  }

  private func perform(_ step: Step) {
    switch step {
    case .connect: lane.loop.execute { [self] in connect() }
    case .closeSocket(let code): socket?.close(CloseCode(rawValue: code))
    case .send(let range): station.output.withFrame(range) { send($0) }
    case .useAuthorizationKey(let key):
      password = Array("\(key)".utf8)
      socket?.close(.serviceRestart)
    case .reportDeadLetter: lane.figures.deadLetters += 1
    default: if let event = take(step) { inbox.append(event) }
    }
  }
}
