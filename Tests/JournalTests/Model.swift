import TestKit
import Testing

@testable import Journal

typealias TestJournal = Journal<RAMFlash>

/// What must be in the journal: every living record in order.
struct Model: Equatable {
  struct Record: Equatable {
    var sequence: UInt32
    var kind: UInt8
    var key: UInt32
    var isValue: Bool
    var priority: JournalPriority
    var payload: [UInt8]
  }
  var records: [Record] = []

  mutating func apply(_ change: Change, _ sequence: UInt32) {
    switch change {
    case .append(let kind, let key, let priority, let payload):
      records.append(
        Record(
          sequence: sequence, kind: kind, key: key, isValue: false, priority: priority,
          payload: payload))
    case .put(let kind, let key, let priority, let payload):
      records.removeAll { $0.isValue && $0.kind == kind && $0.key == key }
      records.append(
        Record(
          sequence: sequence, kind: kind, key: key, isValue: true, priority: priority,
          payload: payload))
    case .remove(let target):
      records.removeAll { $0.sequence == target }
    case .removeValue(let kind, let key):
      records.removeAll { $0.isValue && $0.kind == kind && $0.key == key }
    }
  }

  /// What a journal holds, read back.
  static func of(_ journal: borrowing TestJournal) throws(JournalError) -> Model {
    var model = Model()
    var payload: [UInt8] = []
    for record in journal.records {
      try journal.read(record.sequence, into: &payload)
      model.records.append(
        Record(
          sequence: record.sequence, kind: record.kind, key: record.key, isValue: record.isValue,
          priority: record.priority, payload: payload))
    }
    return model
  }
}

enum Change: Equatable {
  case append(UInt8, UInt32, JournalPriority, [UInt8])
  case put(UInt8, UInt32, JournalPriority, [UInt8])
  case remove(UInt32)
  case removeValue(UInt8, UInt32)
}

enum Step: Equatable {
  case change(Change)
  case batch([Change])
  case tidy
  case reopen
}

extension Journal where Port == RAMFlash {
  mutating func perform(_ change: Change) throws(JournalError) {
    switch change {
    case .append(let kind, let key, let priority, let payload):
      try append(kind: kind, key: key, priority: priority, payload.span.bytes)
    case .put(let kind, let key, let priority, let payload):
      try put(kind: kind, key: key, priority: priority, payload.span.bytes)
    case .remove(let sequence):
      try remove(sequence)
    case .removeValue(let kind, let key):
      guard let position = records.position(ofValue: kind, key: key) else { return }
      try remove(records[position].sequence)
    }
  }

  mutating func perform(_ changes: [Change]) throws(JournalError) {
    var batch = JournalBatch()
    for change in changes {
      switch change {
      case .append(let kind, let key, let priority, let payload):
        batch.append(kind: kind, key: key, priority: priority, payload.span.bytes)
      case .put(let kind, let key, let priority, let payload):
        batch.put(kind: kind, key: key, priority: priority, payload.span.bytes)
      case .remove(let sequence): batch.remove(sequence)
      case .removeValue(let kind, let key): batch.removeValue(kind: kind, key: key)
      }
    }
    try commit(batch)
  }
}

/// Drives a journal and its model side by side.
struct Rig: ~Copyable {
  let flash: RAMFlash
  let limits: JournalLimits
  var journal: TestJournal
  var model = Model()
  /// What the model becomes when the step under way succeeds.
  var pending = Model()
  var refusals = 0

  init(_ flash: RAMFlash, _ limits: JournalLimits) throws {
    self.flash = flash
    self.limits = limits
    let opened = try TestJournal.open(flash, limits: limits)
    let found = try Model.of(opened)
    journal = opened
    model = found
    pending = found
  }

  /// Random steps that a charge point could take.
  func choose(_ chance: inout Chance) -> Step {
    func payload(_ limit: Int) -> [UInt8] {
      let isBlank = chance.below(8) == 0
      return (0..<chance.below(limit + 1)).map { _ in
        isBlank ? 0xFF : UInt8(truncatingIfNeeded: chance.next())
      }
    }
    func change(_ limit: Int) -> Change {
      let priority = JournalPriority(rawValue: UInt8(chance.below(3)))!
      let events = model.records.filter { !$0.isValue }
      switch chance.below(10) {
      case 0...3:
        return .append(UInt8(chance.below(4)), UInt32(chance.below(3)), priority, payload(limit))
      case 4...6:
        return .put(UInt8(chance.below(3)), UInt32(chance.below(4)), priority, payload(limit))
      case 7: return .removeValue(UInt8(chance.below(3)), UInt32(chance.below(4)))
      default:
        guard let target = events.first?.sequence else {
          return .append(9, 0, .essential, payload(limit))
        }
        return .remove(chance.below(3) == 0 ? events[chance.below(events.count)].sequence : target)
      }
    }
    switch chance.below(20) {
    case 0: return .reopen
    case 1: return .tidy
    case 2...5: return .batch((0...chance.below(4)).map { _ in change(limits.payload / 3) })
    default: return .change(change(limits.payload))
    }
  }

  mutating func take(_ step: Step) throws { try takeOrFail(step) }

  /// A refusal, because it is full or the batch too long, changes nothing; other errors leave `pending` as what may have come
  /// true.
  mutating func takeOrFail(_ step: Step) throws(JournalError) {
    pending = model
    do throws(JournalError) {
      switch step {
      case .change(let change):
        if case .removeValue(let kind, let key) = change,
          journal.records.position(ofValue: kind, key: key) == nil
        {
          return
        }
        pending.apply(change, nextSequence)
        try journal.perform(change)
      case .batch(let changes):
        for (index, change) in changes.enumerated() {
          pending.apply(change, nextSequence + UInt32(index))
        }
        try journal.perform(changes)
      case .tidy: _ = try journal.tidy()
      case .reopen:
        journal = try .open(flash, limits: limits)
      }
      model = pending
    } catch {
      guard error.code == .full || error.code == .tooLong else { throw error }
      refusals += 1
      pending = model
    }
  }

  var nextSequence: UInt32 { journal.nextSequence }

  func check(_ comment: Comment) throws {
    let found = try Model.of(journal)
    #expect(found == model, comment)
  }
}
