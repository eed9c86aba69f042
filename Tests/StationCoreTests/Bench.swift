import Foundation
import Journal
import OCPP16
import OCPPJSON
import TestKit

@testable import StationCore

/// A station on a test bench: virtual clock, hardware, a journal in memory and a scripted central
/// system. Nothing sleeps.
final class Bench {
  struct Key: Hashable, Comparable {
    var kind: UInt8
    var key: UInt32
    static func < (left: Key, right: Key) -> Bool {
      (left.kind, left.key) < (right.kind, right.key)
    }
  }

  /// A call the station sent, or an answer.
  struct Sent {
    var kind: Int
    var id: String
    var action: String
    var payload: [String: Any]
    var at: Int64
    var text: String
    subscript(_ name: String) -> Any? { payload[name] }
    func string(_ name: String) -> String? { payload[name] as? String }
    func int(_ name: String) -> Int? { payload[name] as? Int }
  }

  enum Reply {
    case usual
    case result(String)
    case error(String)
    case silence
  }

  var station: ChargePoint
  let setup: StationSetup
  /// Monotonic milliseconds since this boot, and of the world.
  var time: Int64 = 0
  var worldTime: Int64
  static let epoch = DateTime("2026-03-01T00:00:00Z")!.milliseconds

  // The journal
  var journal: [Key: [UInt8]] = [:]
  /// In place of the one in memory, when the bench has a flash.
  var disk: StationJournal<RAMFlash>?
  var writes = 0
  /// The power goes right before (`false`) or after (`true`) this write is durable.
  var cut: (write: Int, after: Bool)?
  var refusesWrites = false
  var isDead = false
  /// Called before a batch is made durable.
  var beforeWrite: (Bench) -> Void = { _ in }

  // Hardware
  var contactor: [Bool]
  var locked: [Bool]
  var offered: [Int32]
  var prompts: [Prompt] = []
  var energy: [Double]
  var power: Int32 = 11_000
  var meterWorks = true
  var autoUnlock: Bool? = true
  var firmwareCertificate: FirmwareCertificateVerdict? = .good
  var reboots: [ResetType] = []
  var plugged: Set<Int> = []
  var steps: [Step] = []
  /// What the host makes of a step that is not about the hardware.
  var host: (Step) -> Event? = { _ in nil }

  // The central system
  var serverIsUp = true
  var isConnected = false
  var sent: [Sent] = []
  /// Whether each request is decoded strictly; not where its bytes are compared anyway.
  var checksRequests = true
  var reply: (Sent) -> Reply = { _ in .usual }
  var server: Ledger
  var connectTimes: [Int64] = []
  var inbox: [() -> Void] = []
  var callNumber = 0

  init(
    _ setup: StationSetup = StationSetup(), journal: [Key: [UInt8]] = [:], server: Ledger? = nil,
    worldTime: Int64 = 0
  ) {
    self.setup = setup
    self.journal = journal
    self.server = server ?? Ledger()
    self.worldTime = worldTime
    station = ChargePoint(setup: setup)
    contactor = Array(repeating: false, count: setup.connectors + 1)
    locked = contactor
    offered = Array(repeating: 0, count: setup.connectors + 1)
    energy = Array(repeating: 12_000, count: setup.connectors + 1)
    for key in journal.keys.sorted() {
      journal[key]!.withUnsafeBufferPointer {
        _ = station.restore(kind: key.kind, key: key.key, value: $0)
      }
    }
  }

  /// A station whose journal stands on this flash.
  ///
  /// - Parameter payload: the longest record, in bytes.
  convenience init(_ setup: StationSetup, flash: RAMFlash, payload: Int? = nil) throws {
    self.init(setup)
    disk = try StationJournal(
      port: flash, payload: payload ?? max(setup.largestRecord, 512), records: setup.recordCount)
    try disk?.restore(&station)
  }

  /// The same station after a power cut.
  func rebooted(_ change: (inout StationSetup) -> Void = { _ in }) -> Bench {
    var setup = setup
    change(&setup)
    let next = Bench(setup, journal: journal, server: server, worldTime: worldTime)
    next.energy = energy
    next.power = power
    next.callNumber = callNumber
    return next
  }

  /// The same station as it was at another time, with another journal: a power cut of then.
  func rebooted(
    journal: [Key: [UInt8]], energy: [Double], callNumber: Int, worldTime: Int64, server: Ledger,
    _ setup: StationSetup
  ) -> Bench {
    let next = Bench(setup, journal: journal, server: server, worldTime: worldTime)
    next.energy = energy
    next.callNumber = callNumber
    return next
  }

  var wall: DateTime { DateTime(milliseconds: Bench.epoch + worldTime) }

  // MARK: Driving

  func powerOn() { handle(.poweredOn) }

  /// Powered on, connected and accepted.
  static func accepted(_ change: (inout StationSetup) -> Void = { _ in }) -> Bench {
    var setup = StationSetup()
    change(&setup)
    let bench = Bench(setup)
    bench.powerOn()
    return bench
  }

  func handle(_ event: Event) {
    if isDead { return }
    station.handle(event, now: time)
    pump()
  }

  func receive(_ text: String) {
    if isDead || !isConnected { return }
    [UInt8](text.utf8).withUnsafeBufferPointer { station.frameReceived($0, now: time) }
    pump()
  }

  /// Lets time pass, waking the station when it wants to be woken.
  func run(_ milliseconds: Int64, tick: Int64 = .max) {
    let end = time + milliseconds
    var rounds = 0
    while time < end && !isDead {
      var next = end
      if let wake = station.nextWake { next = min(next, max(wake, time)) }
      if tick != .max { next = min(next, time + tick) }
      rounds = next == time ? rounds + 1 : 0
      precondition(rounds < 1000, "the station wants to be woken again and again")
      advance(to: next)
      if tick != .max { for number in 1...setup.connectors { handle(meter(number)) } }
      handle(.clockTicked)
    }
  }

  func advance(to next: Int64) {
    let passed = next - time
    for number in 1..<contactor.count where contactor[number] {
      energy[number] += Double(power) * Double(passed) / 3_600_000
    }
    time = next
    worldTime += passed
  }

  func meter(_ number: Int) -> Event {
    .meterRead(connector: number, reading(number))
  }

  func reading(_ number: Int) -> MeterReading {
    let isOn = contactor[number]
    return MeterReading(
      energy: Int64(energy[number].rounded()), power: isOn ? power : 0,
      currents: isOn ? (16_000, 16_000, 15_900) : (0, 0, 0), stateOfCharge: 42)
  }

  // MARK: A person and a vehicle

  func plug(_ number: Int = 1) {
    handle(.cableInserted(connector: number))
    handle(.evReady(connector: number))
  }
  func unplug(_ number: Int = 1) { handle(.cableRemoved(connector: number)) }
  func swipe(_ tag: Text, _ number: Int? = 1) {
    handle(.tokenPresented(idTag: tag, connector: number))
  }
  func charge(_ tag: Text = "TAG1", _ number: Int = 1) {
    plug(number)
    swipe(tag, number)
  }

  // MARK: Network

  func post(_ action: @escaping () -> Void) { inbox.append(action) }
}
