import Network
import StationCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The stations of one loop, which share its room for output.
///
/// `@unchecked Sendable`: everything is used on the loop's thread, or before it runs.
final class FleetLane: @unchecked Sendable {
  /// Between two looks at who is to be switched on, in milliseconds.
  private static let rampPeriod: UInt64 = 20
  /// Failures that are told; the others are only counted.
  private static let toldFailures = 5

  let loop: EventLoop
  let setup: FleetSetup
  var figures = FleetFigures()
  private(set) var stations: [FleetStation] = []
  private var room = Output()
  private let numbers: [Int]
  private let epoch: UInt64
  private let share: Int
  private let tell: @Sendable (String) -> Void
  private var told = 0
  private var ramp: LoopTimer?

  /// - Parameters:
  ///   - numbers: its members' places in the setup.
  ///   - epoch: when the fleet began, in microseconds of the monotonic clock.
  ///   - share: one in so many stations is here.
  init(
    _ loop: EventLoop, _ setup: FleetSetup, numbers: [Int], epoch: UInt64, share: Int,
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.loop = loop
    self.setup = setup
    self.numbers = numbers
    self.epoch = epoch
    self.share = share
    self.tell = tell
  }

  /// Milliseconds since the fleet began.
  var now: Int64 { Int64((Self.microseconds() - epoch) / 1_000) }

  static func microseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
  }

  // MARK: Life

  /// Switches the stations on, one after the other or all at once.
  func start() {
    for number in numbers { stations.append(FleetStation(self, number: number)) }
    guard let perSecond = setup.rampPerSecond else {
      for station in stations { station.powerOn() }
      return
    }
    let begin = now
    var next = 0
    ramp = loop.schedule(afterMilliseconds: 0, repeating: Self.rampPeriod) { [weak self] in
      guard let self else { return }
      let due = Int(now - begin) * max(perSecond, 1) / (1_000 * share) + 1
      while next < min(due, stations.count) {
        stations[next].powerOn()
        next += 1
      }
      if next == stations.count { ramp?.cancel() }
    }
  }

  /// The stations go.
  func stop() {
    ramp?.cancel()
    for station in stations { station.stop() }
    stations = []
  }

  /// Nobody comes any more, and nothing is switched on.
  func close() {
    ramp?.cancel()
    for station in stations { station.close() }
  }

  var isDone: Bool { stations.allSatisfy(\.isDone) }

  /// What it does now and has done.
  func measured() -> FleetFigures {
    var result = figures
    let now = now
    for station in stations where station.isOn {
      if station.station.isRegistered { result.registered += 1 }
      result.owed += station.station.owedMessages
      for index in station.outlets.indices {
        station.outlets[index].advance(to: now)
        result.power += station.outlets[index].power
        result.energy += station.outlets[index].register - station.firstRegister
        if station.station.hasTransaction(index + 1) { result.charging += 1 }
      }
    }
    return result
  }

  // MARK: For its stations

  /// The room is the station's until `takeRoomBack`.
  func lendRoom(to station: FleetStation) {
    if station.holdsRoom { return }
    station.station.exchangeOutput(with: &room)
    station.holdsRoom = true
  }

  /// A station whose journal failed keeps the room, because what is to be written is in it.
  func takeRoomBack(of station: FleetStation) {
    guard station.holdsRoom, !station.keepsRoom else { return }
    if station.station.output.isEmpty {
      station.station.exchangeOutput(with: &room)
      station.holdsRoom = false
    } else {
      station.keepsRoom = true
      room = Output()
    }
  }

  func client(
    for member: FleetSetup.Member, _ number: Int, _ password: [UInt8]?
  ) -> WebSocketClient {
    let url = setup.urls[number % setup.urls.count]
    let base = url.hasSuffix("/") ? String(url.dropLast()) : url
    var client = WebSocketClient(
      url: "\(base)/\(Self.percentEncoded(member.identity))", subprotocols: ["ocpp1.6"],
      basicAuth: password.map { BasicCredentials(user: member.identity, password: $0) })
    client.tls = setup.tls?(member)
    return client
  }

  func failed(_ message: String) {
    guard told < Self.toldFailures else { return }
    told += 1
    tell(told == Self.toldFailures ? message + " (more like this are only counted)" : message)
  }

  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.append(Character(UnicodeScalar(byte)))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
