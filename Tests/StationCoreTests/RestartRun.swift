import Foundation
import OCPP16
import OCPPJSON

@testable import StationCore

/// Something that happens to the station at a fixed time, by somebody who does it again when a power
/// cut came in between and nothing is to be seen of it.
struct Act {
  /// Seconds since the world began.
  var at: Int64
  var name: String
  /// Whether it has had its effect: seen from outside, or in what the station keeps.
  var isDone: (RestartRun) -> Bool
  /// Whether there is a point in it: nobody stops what has ended by itself.
  var makesSense: (RestartRun) -> Bool = { _ in true }
  var perform: (RestartRun) -> Void
}

/// One life of a station through the acts of a scenario, with at most one power cut.
final class RestartRun {
  /// What a central system or a host does in this scenario that must not begin anew with a restart.
  struct Memory {
    /// Message ids of the calls of an act.
    var calls: [String: [String]] = [:]
    var errorsGiven: [String: Int] = [:]
    var version = "1"
    var isFaulted = false
  }

  /// A moment at which the power may go: right before a batch is durable, or right after.
  struct Mark {
    var write: Int
    var act: Int
    /// The act was being performed; otherwise time passed on the way to it.
    var isActing: Bool
    var worldTime: Int64
    var isOnline: Bool
    var before: [Bench.Key: [UInt8]]
    var after: [Bench.Key: [UInt8]]
    var energy: [Double]
    var plugged: Set<Int>
    var sent: [Bench.Sent]
    var hardware: [Hardware]
    var server: Ledger
    var callNumber: Int
    var memory: Memory

    /// The tags of transactions that run when the power goes, by connector.
    func running(_ isDurable: Bool) -> [Int: String] {
      var running: [Int: String] = [:]
      for (key, value) in isDurable ? after : before {
        guard key.kind == RecordKind.transaction.rawValue else { continue }
        value.withUnsafeBufferPointer { bytes in
          var reader = RecordReader(bytes)
          guard let transaction = Transaction(&reader), transaction.ending == nil else { return }
          running[Int(key.key)] = transaction.idTag.description
        }
      }
      return running
    }
  }

  /// What the outlets do at the end of an act.
  struct Hardware: Equatable {
    var act: String
    var contactors: [Bool]
    var offers: [Int32]
  }

  let acts: [Act]
  let hasClock: Bool
  private(set) var bench: Bench
  var memory = Memory()
  private(set) var marks: [Mark] = []
  private(set) var hardware: [Hardware] = []
  private(set) var restarts = 0
  private var act = 0
  private var isActing = false
  /// Sees each batch before it is durable.
  var watch: (Bench) -> Void = { _ in }

  init(_ setup: StationSetup, _ acts: [Act], hasClock: Bool) {
    self.acts = acts
    self.hasClock = hasClock
    bench = Bench(setup)
    bench.power = RestartScenario.power
    RestartScenario.prepare(bench.server)
  }

  /// From the moment on at which the power went.
  init(_ whole: RestartRun, cutAt mark: Mark, isDurable: Bool) {
    acts = whole.acts
    hasClock = whole.hasClock
    memory = mark.memory
    hardware = mark.hardware
    act = mark.act
    isActing = mark.isActing
    var setup = whole.bench.setup
    setup.identity.firmwareVersion = Text(mark.memory.version)
    bench = whole.bench.rebooted(
      journal: isDurable ? mark.after : mark.before, energy: mark.energy,
      callNumber: mark.callNumber, worldTime: mark.worldTime, server: mark.server.copy(), setup)
    bench.power = RestartScenario.power
    bench.plugged = mark.plugged
    bench.sent = mark.sent
    bench.checksRequests = false
    bench.serverIsUp = mark.isOnline
  }

  // MARK: Life

  /// The whole scenario without a cut. Every write is a mark.
  func runWhole() {
    bench.beforeWrite = { [unowned self] in note($0) }
    powerOn()
    runActs()
  }

  /// The power is back: goes on where it went.
  func goOn() {
    powerOn()
    runActs()
  }

  private func runActs() {
    while act < acts.count {
      let next = acts[act]
      run(to: next.at * 1000)
      if !isActing || !next.isDone(self) {
        isActing = true
        if next.makesSense(self) { next.perform(self) }
        settle()
      }
      isActing = false
      hardware.append(
        Hardware(act: next.name, contactors: bench.contactor, offers: bench.offered))
      act += 1
    }
  }

  private func run(to time: Int64) {
    var rounds = 0
    while bench.worldTime < time {
      let left = time - bench.worldTime
      let wait = bench.station.nextWake.map { min(left, max($0 - bench.time, 0)) } ?? left
      rounds = wait == 0 ? rounds + 1 : 0
      precondition(rounds < 1000, "the station wants to be woken again and again")
      bench.advance(to: bench.time + wait)
      bench.handle(.clockTicked)
      settle()
    }
  }

  /// Restarts the station when it wants to.
  private func settle() {
    while !bench.reboots.isEmpty {
      let old = bench
      bench = old.rebooted { $0.identity.firmwareVersion = Text(memory.version) }
      bench.plugged = old.plugged
      bench.sent = old.sent
      bench.serverIsUp = old.serverIsUp
      bench.beforeWrite = old.beforeWrite
      bench.writes = old.writes
      powerOn()
    }
  }

  /// The hardware says what it finds before the network is there.
  private func powerOn() {
    restarts += 1
    bench.reply = { [unowned self] in RestartScenario.reply($0, self) }
    bench.host = { [unowned self] in RestartScenario.host($0, self) }
    bench.post { [unowned self] in
      let bench = bench
      if hasClock { bench.station.handle(.clockSet(bench.wall), now: bench.time) }
      for number in 1..<bench.contactor.count {
        guard bench.plugged.contains(number) else {
          bench.station.handle(.cableRemoved(connector: number), now: bench.time)
          continue
        }
        bench.station.handle(.cableInserted(connector: number), now: bench.time)
        bench.station.handle(.evReady(connector: number), now: bench.time)
      }
      if memory.isFaulted {
        bench.station.handle(
          .faulted(connector: 2, .groundFailure, info: Text()), now: bench.time)
      }
    }
    bench.powerOn()
    settle()
  }

  func wantReboot() { bench.reboots.append(.soft) }

  private func note(_ bench: Bench) {
    watch(bench)
    marks.append(
      Mark(
        write: bench.writes, act: act, isActing: isActing, worldTime: bench.worldTime,
        isOnline: bench.serverIsUp, before: bench.journal, after: bench.journalWithBatch(),
        energy: bench.energy, plugged: bench.plugged, sent: bench.sent, hardware: hardware,
        server: bench.server.copy(), callNumber: bench.callNumber, memory: memory))
  }

  // MARK: What is to be seen from outside

  /// Whether a transaction of this tag was ever begun, durably.
  func knows(_ tag: String) -> Bool {
    if bench.server.starts.contains(where: { $0.idTag == tag }) { return true }
    let letters = Array(tag.utf8)
    return bench.journal.contains { key, value in
      (key.kind == RecordKind.message.rawValue || key.kind == RecordKind.transaction.rawValue)
        && value.firstRange(of: letters) != nil
    }
  }

  func isRunning(_ tag: String) -> Bool {
    (1..<bench.contactor.count).contains {
      bench.station.view($0)?.transaction?.idTag.description == tag
    }
  }

  func call(_ name: String, _ action: String, _ json: String) {
    memory.calls[name, default: []].append("csms\(bench.callNumber + 1)")
    bench.call(action, json)
  }

  /// The last answer to the calls of an act.
  func answer(_ name: String) -> Bench.Sent? {
    guard let ids = memory.calls[name] else { return nil }
    return bench.sent.last { $0.kind != 2 && ids.contains($0.id) }
  }
}

extension Ledger {
  func copy() -> Ledger {
    let copy = Ledger()
    copy.starts = starts
    copy.stops = stops
    copy.meterValues = meterValues
    copy.contradictions = contradictions
    copy.verdicts = verdicts
    copy.registration = registration
    copy.interval = interval
    copy.nextID = nextID
    return copy
  }
}
