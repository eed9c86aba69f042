import Journal
import Network
import OCPP16
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
  private(set) var drivers: [Driver]
  /// By connector: the prompt that turns a driver away was shown.
  private var refused: [Bool]
  private var chance: FleetChance
  private var memory = StationMemory()
  private var journal: StationJournal<FileFlash>?
  private(set) var socket: WebSocket?
  private var timer: LoopTimer?
  /// When the timer fires, in the station's milliseconds.
  private var alarmAt = Int64.max
  /// Set by SetConfiguration of an AuthorizationKey.
  private var password: [UInt8]?
  private var inbox: [Event] = []
  private(set) var isOn = false
  /// Whether the lane's room for output is with it.
  var holdsRoom = false
  /// Whether it has that room for good, because its journal refused a batch.
  var keepsRoom = false
  private var isStopped = false
  private let seed: UInt64
  let firstRegister: Int64
  /// The call that waits for its answer: when it left, and with an observer its text.
  private var sentAt: UInt64 = 0
  private var sentCall: [UInt8] = []

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
  private func reboot() {
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

  func come() {
    for index in drivers.indices { drivers[index].come(at: lane.now) }
    proceed()
  }

  func close() {
    for index in drivers.indices { drivers[index].close(at: lane.now) }
    proceed()
  }

  /// Whether nobody is there and everything was acknowledged.
  var isDone: Bool {
    if !isOn { return true }
    if station.owedMessages > 0 || drivers.contains(where: \.isHere) { return false }
    return station.isSettled || !station.isRegistered
  }

  // MARK: The socket

  private func connect() {
    if isStopped { return }
    lane.client(for: member, number, password).connect(on: lane.loop, handler: self) {
      [self] result in
      switch result {
      case .success(let opened):
        if isStopped { return opened.close(.goingAway) }
        socket = opened
        lane.figures.connections += 1
        lane.figures.online += 1
        handle(.connected)
      case .failure(let error):
        lane.failed("station \(member.identity): \(error)")
        lane.figures.failedConnections += 1
        handle(.connectFailed)
      }
    }
  }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    if isStopped || socket !== self.socket { return }
    lane.figures.messagesIn += 1
    let frame = UnsafeBufferPointer(text)
    noteAnswer(frame)
    lane.lendRoom(to: self)
    station.frameReceived(frame, now: lane.now)
    drain()
  }

  /// One call of a station is outstanding at a time, so that the next answer is its own.
  private func noteAnswer(_ frame: UnsafeBufferPointer<UInt8>) {
    guard sentAt > 0, frame.count > 1, frame[1] == 0x33 || frame[1] == 0x34 else { return }
    lane.figures.answerTimes.record(microseconds: FleetLane.microseconds() - sentAt)
    sentAt = 0
    if frame[1] == 0x34 { lane.figures.callErrors += 1 }
    guard let observer = lane.setup.onAnswered else { return }
    sentCall.withUnsafeBufferPointer {
      observer(AnsweredCall(identity: member.identity, call: $0, answer: frame))
    }
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    lane.figures.online -= 1
    lane.figures.lostConnections += 1
    guard socket === self.socket else { return }
    self.socket = nil
    sentAt = 0
    handle(.disconnected)
  }

  private func send(_ frame: UnsafeBufferPointer<UInt8>) {
    guard let socket else { return }
    lane.figures.messagesOut += 1
    if frame.count > 1 && frame[1] == 0x32 {
      sentAt = FleetLane.microseconds()
      if lane.setup.onAnswered != nil { sentCall = Array(frame) }
    }
    socket.send(text: frame)
  }

  // MARK: The charge point

  func handle(_ event: Event) {
    if isStopped { return }
    lane.lendRoom(to: self)
    station.handle(event, now: lane.now)
    drain()
  }

  /// Makes durable, performs, and goes on until nothing follows from anything; then the drivers look.
  private func drain() {
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

  // MARK: The drivers

  /// Lets the drivers do what is next, and sets the alarm.
  private func proceed() {
    if isStopped || !isOn { return }
    let now = lane.now
    for index in drivers.indices {
      let hasTransaction = station.hasTransaction(index + 1)
      let before = drivers[index].phase
      let act = drivers[index].act(
        at: now, hasTransaction: hasTransaction, wasRefused: refused[index], lane.setup, &chance)
      if before == .presented && drivers[index].phase == .charging {
        lane.figures.transactions += 1
      }
      if let act { return perform(act, index) }
    }
    setAlarm(now)
  }

  private func perform(_ act: Driver.Act, _ index: Int) {
    let connector = index + 1
    switch act {
    case .plug(let vehicle):
      lane.figures.visits += 1
      refused[index] = false
      outlets[index].plug(vehicle, at: lane.now)
      handle(.cableInserted(connector: connector))
      handle(.evReady(connector: connector))
    case .present(let token): handle(.tokenPresented(idTag: token, connector: connector))
    case .unplug:
      handle(.evNotReady(connector: connector))
      outlets[index].unplug(at: lane.now)
      handle(.cableRemoved(connector: connector))
    }
  }

  /// Only an earlier alarm moves the timer; one that rings too early is set again.
  private func setAlarm(_ now: Int64) {
    var wake = station.nextWake ?? .max
    for driver in drivers { wake = min(wake, driver.nextAt) }
    if alarmAt <= wake && alarmAt > now { return }
    alarmAt = min(max(wake, now + 1), now + 3_600_000)
    let delay = UInt64(alarmAt - now)
    if let timer {
      timer.restart(afterMilliseconds: delay)
    } else {
      timer = lane.loop.schedule(afterMilliseconds: delay, repeating: 3_600_000) { [weak self] in
        self?.alarmAt = .max
        self?.handle(.clockTicked)
      }
    }
  }
}

/// Its outlets are the hardware.
extension FleetStation: Hardware {
  private func outlet(_ connector: Int, _ body: (inout Outlet) -> Void) {
    if outlets.indices.contains(connector - 1) { body(&outlets[connector - 1]) }
  }

  func closeContactor(_ connector: Int) { outlet(connector) { $0.close(at: lane.now) } }
  func openContactor(_ connector: Int) { outlet(connector) { $0.open(at: lane.now) } }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    outlet(connector) { $0.offer(milliamperes, at: lane.now) }
  }
  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}

  func readMeter(_ connector: Int) -> MeterReading? {
    var reading: MeterReading?
    outlet(connector) { reading = $0.reading(at: lane.now) }
    guard reading != nil, outlets[connector - 1].isBatteryFull else { return reading }
    inbox.append(.evNotReady(connector: connector))
    return reading
  }

  func show(_ prompt: Prompt, _ connector: Int) {
    guard refused.indices.contains(connector - 1) else { return }
    switch prompt {
    case .refused, .outOfService, .reserved, .memoryFull, .cableTimeout, .tokenTimeout:
      if !refused[connector - 1] && drivers[connector - 1].phase == .presented {
        lane.figures.refusals += 1
      }
      refused[connector - 1] = true
    case .presentToken, .plugIn, .checking, .accepted, .charging, .finished, .removeCable: break
    }
  }

  func reboot(_ type: ResetType) {}
}

extension ChargePoint {
  /// Lets go of the room that a new one has; the lane lends its own for each event.
  mutating func giveUpRoom() {
    var none = Output(steps: 0, bytes: 0)
    exchangeOutput(with: &none)
  }

  func hasTransaction(_ connector: Int) -> Bool { view(connector)?.transaction != nil }
}
