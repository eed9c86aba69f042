import CSMSCore
import OCPPJSON
import Testing

@Suite("A station's key is changed")
struct KeyRotationTests {
  private func at(_ minutes: Int64) -> DateTime { DateTime(milliseconds: minutes * 60_000) }

  private func rotation(_ ids: Int...) -> KeyRotation {
    var rotation = KeyRotation()
    for id in ids {
      let isTaken = rotation.begin(.init(id: id, sentAt: at(0)))
      #expect(isTaken)
    }
    return rotation
  }

  @Test(
    "A refused key is good no more, whatever the word for it",
    arguments: ["Rejected", "NotSupported"])
  func refused(word: String) {
    var keys = rotation(1)

    #expect(keys.answered(1, Text(word)) == .drop([1]))
    #expect(keys.candidates.isEmpty)
  }

  @Test("A key that never left is in nobody's hands")
  func notSent() {
    var keys = rotation(1, 2)

    #expect(keys.wasNotSent(1) == .drop([1]))
    #expect(keys.wasNotSent(1) == .none)
    #expect(keys.candidates.map(\.id) == [2])
  }

  @Test("An accepted key is noted, and stays in doubt until the station comes in with it")
  func accepted() {
    var keys = rotation(1)

    #expect(keys.answered(1, "Accepted") == .note(1, .accepted))
    #expect(keys.answered(1, "Accepted") == .none)
    #expect(keys.candidates.map(\.id) == [1])
    #expect(keys.used(.candidate(1), among: [1], now: at(1)) == .promote(1, dropping: []))
    #expect(keys.candidates.isEmpty)
  }

  @Test("A key that is used ends those sent before it; one sent after it may still come into force")
  func order() {
    var keys = rotation(1, 2, 3)

    #expect(keys.used(.candidate(2), among: [1, 2, 3], now: at(1)) == .promote(2, dropping: [1]))
    #expect(keys.candidates.map(\.id) == [3])
  }

  @Test("The old key says nothing at first; an hour later it says that the new one was not taken")
  func oldKey() {
    var keys = rotation(1)
    #expect(keys.answered(1, "Accepted") == .note(1, .accepted))

    #expect(keys.used(.current, among: [1], now: at(59)) == .none)
    #expect(keys.used(.current, among: [1], now: at(60)) == .drop([1]))
  }

  @Test("A key that counts after a reboot, or may, has thirty days", arguments: [true, false])
  func reboot(isAnswered: Bool) {
    var keys = rotation(1)
    if isAnswered { #expect(keys.answered(1, "RebootRequired") == .note(1, .rebootRequired)) }

    #expect(keys.used(.current, among: [1], now: at(60 * 24 * 29)) == .none)
    #expect(keys.used(.current, among: [1], now: at(60 * 24 * 30)) == .drop([1]))
  }

  @Test("A key that was not there when the station was compared is not judged by it")
  func meanwhile() {
    var keys = rotation(1, 2)
    _ = keys.answered(1, "Accepted")
    _ = keys.answered(2, "Accepted")

    #expect(keys.used(.current, among: [1], now: at(90)) == .drop([1]))
    #expect(keys.candidates.map(\.id) == [2])
  }

  @Test("Four may be in doubt, not five; taking them back makes room")
  func limit() {
    var keys = rotation(1, 2, 3, 4)

    let isTaken = keys.begin(.init(id: 5, sentAt: at(0)))
    #expect(!isTaken)
    #expect(keys.cancel() == .drop([1, 2, 3, 4]))
    #expect(keys.cancel() == .none)
    let isTakenNow = keys.begin(.init(id: 5, sentAt: at(0)))
    #expect(isTakenNow)
  }

  @Test("An answer to a key that is gone changes nothing")
  func late() {
    var keys = rotation(1)
    _ = keys.cancel()

    #expect(keys.answered(1, "Accepted") == .none)
    #expect(keys.used(.candidate(1), among: [1], now: at(1)) == .none)
  }

  @Test(
    "Whatever is refused, lost or cut off by a crash of either side, the station is not locked out",
    arguments: 1...400 as ClosedRange<UInt64>)
  func neverLockedOut(seed: UInt64) {
    var world = KeyWorld(seed: seed)
    for step in 0..<200 where !world.isLockedOut {
      world.step()
      #expect(!world.isLockedOut, "seed \(seed), step \(step)")
      #expect(world.disk.candidates.count <= KeyRotation.candidateLimit)
    }

    world.settle()
    #expect(!world.isLockedOut, "seed \(seed), settled")
    #expect(world.disk.current == world.stationKey, "seed \(seed)")
    #expect(world.disk.candidates.isEmpty, "seed \(seed)")
  }
}

/// A station and a central system that change a key, over a wire that loses, with crashes between any
/// two steps. Keys are numbers; 0 is the first one.
private struct KeyWorld {
  struct Disk {
    var current = 0
    var candidates: [KeyRotation.Candidate] = []
  }

  var disk = Disk()
  private var memory = KeyRotation()
  private var current = 0
  private(set) var stationKey = 0
  /// Counts after a reboot, which comes within twenty days.
  private var afterReboot: (key: Int, since: Int64)?
  private(set) var isLockedOut = false
  private var lastKey = 0
  private var now: Int64 = 1_000_000
  private var random: UInt64
  private var isHarsh = true

  init(seed: UInt64) { random = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ sides: UInt64) -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random % sides
  }

  private mutating func happens(_ oneIn: UInt64) -> Bool { isHarsh && roll(oneIn) == 0 }

  mutating func step() {
    switch roll(8) {
    case 0...2: rotate()
    case 3...4: connect()
    case 5: restart()
    case 6: reboot()
    default: pass(Int64(roll(4) == 0 ? roll(40) * 86_400_000 : roll(200) * 60_000))
    }
  }

  private mutating func pass(_ milliseconds: Int64) {
    now += milliseconds
    if let afterReboot, now - afterReboot.since > 20 * 86_400_000 { reboot() }
  }

  /// `kill -9` of the central system: only the disk is left.
  private mutating func restart() {
    memory = KeyRotation(candidates: disk.candidates)
    current = disk.current
  }

  private mutating func reboot() {
    if let afterReboot { stationKey = afterReboot.key }
    afterReboot = nil
  }

  private mutating func write(_ step: KeyRotation.Step) {
    switch step {
    case .none: break
    case .note(let id, let answer):
      for index in disk.candidates.indices where disk.candidates[index].id == id {
        disk.candidates[index].answer = answer
      }
    case .drop(let ids): disk.candidates.removeAll { ids.contains($0.id) }
    case .promote(let id, let others):
      disk.current = id
      disk.candidates.removeAll { others.contains($0.id) || $0.id == id }
    }
  }

  private mutating func rotate() {
    if disk.candidates.count >= KeyRotation.candidateLimit { return }
    lastKey += 1
    let candidate = KeyRotation.Candidate(id: lastKey, sentAt: DateTime(milliseconds: now))
    if happens(10) { return restart() }
    disk.candidates.append(candidate)
    if happens(10) { return restart() }
    if !memory.begin(candidate) { return restart() }
    if happens(6) { return }
    guard let word = stationTakes(lastKey) else { return }
    if happens(6) { return restart() }
    let step = memory.answered(candidate.id, word)
    if happens(10) { return restart() }
    write(step)
  }

  /// What the station says to a key, and does; nil when the answer is lost.
  private mutating func stationTakes(_ key: Int) -> Text? {
    switch isHarsh ? roll(10) : 4 {
    case 0: return "Rejected"
    case 1: return "NotSupported"
    // It lost power before it did anything.
    case 2: return nil
    case 3:
      afterReboot = (key, now)
      return happens(3) ? nil : "RebootRequired"
    // It says so, and does not.
    case 5: return "Accepted"
    default:
      stationKey = key
      afterReboot = nil
      return happens(3) ? nil : "Accepted"
    }
  }

  private mutating func connect() {
    let known = memory.candidates.map(\.id)
    let used: KeyRotation.Used
    if stationKey == current {
      used = .current
    } else if known.contains(stationKey) {
      used = .candidate(stationKey)
    } else {
      isLockedOut = true
      return
    }
    let step = memory.used(used, among: known, now: DateTime(milliseconds: now))
    if case .promote(let id, _) = step { current = id }
    if happens(8) { return restart() }
    write(step)
  }

  /// Nothing goes wrong any more: a key is changed, and used.
  mutating func settle() {
    isHarsh = false
    reboot()
    connect()
    pass(31 * 86_400_000)
    connect()
    rotate()
    connect()
  }
}
