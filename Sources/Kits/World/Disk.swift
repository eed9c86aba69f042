import Journal
import StationCore

/// A station's flash with its journal, and the power that may go at any of its writes.
final class Disk {
  enum Outcome {
    case durable
    /// The flash is full, or fails for a while: nothing was written.
    case refused
    /// No journal could ever take the batch.
    case impossible
    /// The power went in the middle of it. What is durable shows when the journal is opened again.
    case cut
  }

  private let flash: MemoryFlash
  private var journal: StationJournal<MemoryFlash>
  let isSmall: Bool

  init(isSmall: Bool, seed: UInt64) {
    self.isSmall = isSmall
    let geometry =
      isSmall
      ? FlashGeometry(sectorSize: 4096, sectorCount: 5, programUnit: 8)
      : FlashGeometry(sectorSize: 4096, sectorCount: 32, programUnit: 8)
    flash = MemoryFlash(geometry, Chance(seed))
    journal = Disk.opened(flash)
  }

  private static func opened(_ flash: MemoryFlash) -> StationJournal<MemoryFlash> {
    do throws(JournalError) {
      return try StationJournal(port: flash)
    } catch {
      fatalError("The world's flash does not open: \(error)")
    }
  }

  /// The power is back.
  func reopen() {
    flash.restorePower()
    journal = Disk.opened(flash)
  }

  var opening: JournalOpening { journal.journal.opening }

  /// Makes the records of an output durable in one batch.
  ///
  /// - Parameter cutAfter: the power goes after so many units of flash.
  func persist(_ output: borrowing Output, cutAfter units: Int? = nil) -> Outcome {
    if output.records.isEmpty { return .durable }
    flash.cut(after: units)
    defer { flash.cut(after: nil) }
    if journal.commit(output) { return .durable }
    switch journal.refusal?.code {
    case .flash: return flash.isOff ? .cut : .refused
    case .full: return .refused
    default: return .impossible
    }
  }

  /// The flash takes so many units and erases more, then nothing until `work` or the power returns.
  func fail(after units: Int) { flash.unitsUntilFailure = units }
  func work() { flash.unitsUntilFailure = nil }
  var isFailing: Bool { flash.unitsUntilFailure != nil }

  /// Tells a station what there still is room for.
  func tellRoom(_ station: inout ChargePoint) { journal.tellRoom(&station) }

  /// Hands every record to a station that starts. False when it did not understand one.
  func restore(into station: inout ChargePoint) -> Bool {
    do throws(JournalError) {
      try journal.restore(&station)
      return journal.unreadable == 0
    } catch {
      return false
    }
  }

  /// How many records of a kind live.
  func count(of kind: RecordKind) -> Int {
    var count = 0
    for record in journal.journal.records where record.kind == kind.rawValue { count += 1 }
    return count
  }

  /// Makes the journal forget a record behind everybody's back: for tests that must notice.
  func lose(_ kind: RecordKind) -> Bool {
    do throws(JournalError) {
      var other = try Journal.open(flash, limits: JournalLimits(for: flash.geometry))
      for record in other.records where record.kind == kind.rawValue {
        try other.remove(record.sequence)
        journal = Disk.opened(flash)
        return true
      }
    } catch {
      return false
    }
    return false
  }
}

/// NOR flash in memory that can lose its power in the middle of a unit.
final class MemoryFlash: FlashPort {
  let geometry: FlashGeometry
  private var bytes: [UInt8]
  private var chance: Chance
  /// Units and erases until the power goes; nil for never.
  private var unitsLeft: Int?
  private(set) var isOff = false
  /// Units and erases until nothing is taken any more, though there is power; nil for never.
  var unitsUntilFailure: Int?

  init(_ geometry: FlashGeometry, _ chance: Chance) {
    self.geometry = geometry
    self.chance = chance
    bytes = [UInt8](repeating: 0xFF, count: geometry.size)
  }

  func cut(after units: Int?) { unitsLeft = units }

  func restorePower() {
    isOff = false
    unitsLeft = nil
    unitsUntilFailure = nil
  }

  func read(at address: Int, into target: UnsafeMutableRawBufferPointer) throws(FlashError) {
    if isOff { throw FlashError(.failed, at: address) }
    guard address >= 0, address + target.count <= bytes.count else {
      throw FlashError(.outOfBounds, at: address)
    }
    bytes.withUnsafeBytes {
      target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: $0[address..<address + target.count]))
    }
  }

  func program(at address: Int, _ source: UnsafeRawBufferPointer) throws(FlashError) {
    if isOff { throw FlashError(.failed, at: address) }
    try wear(source.count / geometry.programUnit, at: address)
    guard let left = unitsLeft else { return clear(address, source[...], spared: nil) }
    let unit = geometry.programUnit
    let units = source.count / unit
    if units <= left {
      unitsLeft = left - units
      return clear(address, source[...], spared: nil)
    }
    clear(address, source[0..<left * unit], spared: nil)
    clear(address + left * unit, source[left * unit..<(left + 1) * unit], spared: chance.next())
    isOff = true
    throw FlashError(.failed, at: address + left * unit)
  }

  func erase(sector: Int) throws(FlashError) {
    let start = sector * geometry.sectorSize
    if isOff { throw FlashError(.failed, at: start) }
    try wear(1, at: start)
    let isCut = unitsLeft == 0
    if let left = unitsLeft, left > 0 { unitsLeft = left - 1 }
    for index in start..<start + geometry.sectorSize {
      bytes[index] |= isCut ? UInt8(truncatingIfNeeded: chance.next()) : 0xFF
    }
    guard isCut else { return }
    isOff = true
    throw FlashError(.failed, at: start)
  }

  private func wear(_ units: Int, at address: Int) throws(FlashError) {
    guard let left = unitsUntilFailure else { return }
    if units > left { throw FlashError(.failed, at: address) }
    unitsUntilFailure = left - units
  }

  private func clear(_ address: Int, _ source: Slice<UnsafeRawBufferPointer>, spared: UInt64?) {
    var rest = spared ?? 0
    var index = address
    for byte in source {
      bytes[index] &= byte | UInt8(truncatingIfNeeded: rest)
      rest = rest >> 8 | rest << 56
      index += 1
    }
  }
}
