internal import OCPPJSON

/// One search: reads blocks from the newest to the oldest, so that the answer to a call is known
/// before the call is met.
final class FrameSearch {
  /// A call and its answer: the station, the id, and who called.
  private struct Pair: Hashable {
    let station: Text
    let id: Text
    let isStations: Bool
  }

  private struct Place {
    let file: FrameFile
    let offset: Int
    let block: FrameBlock
  }

  private let query: FrameQuery
  private let segments: [FrameSegment]
  private let station: [UInt8]?
  private var answers: [Pair: FrameEntry] = [:]
  /// Calls whose answers name the wanted transaction.
  private var wanted: Set<Pair> = []
  private var result = FramePage()
  private var scanned = 0
  /// Blocks newer than what is listed, the newest first: answers may be in them.
  private var ahead: [Place] = []

  init(_ query: FrameQuery, _ segments: [FrameSegment]) {
    self.query = query
    self.segments = segments
    station = query.station?.bytes
  }

  func page() -> FramePage {
    search()
    result.entries.sort { $0.position > $1.position }
    return result
  }

  private func search() {
    for segment in segments.reversed() {
      if let after = query.after, segment.number - 1 > after.segment { continue }
      if let from = query.from, segment.last < from.milliseconds { continue }
      guard let file = FrameFile(segment) else { continue }
      for (offset, block) in file.blocks(upTo: segment.bytes).reversed() {
        let place = Place(file: file, offset: offset, block: block)
        guard mayMatter(block) else { continue }
        if isAhead(place) {
          ahead.append(place)
          if ahead.count > FrameLimits.lookAheadBlocks { ahead.removeFirst() }
          continue
        }
        let newer = ahead
        ahead = []
        for place in newer where !read(place) { return }
        if !read(place) { return }
      }
    }
  }

  private func mayMatter(_ block: FrameBlock) -> Bool {
    if let station, !block.mayHave(station: station) { return false }
    if let action = query.action, !block.mayHave(action: action) { return false }
    if let from = query.from, block.last < from.milliseconds { return false }
    return true
  }

  /// Whether nothing in the block can be listed, because all of it is too new.
  private func isAhead(_ place: Place) -> Bool {
    if let after = query.after {
      let here = (place.file.segment.number, place.offset)
      if here > (after.segment, after.offset) { return true }
    }
    guard let to = query.to else { return false }
    return place.block.first >= to.milliseconds
  }

  /// False when the page is full or enough has been read.
  private func read(_ place: Place) -> Bool {
    guard let content = place.file.content(place.offset, place.block) else { return true }
    scanned += content.count
    let isDone = content.withUnsafeBytes { bytes in
      let records = Array(FrameRecords(bytes))
      for index in records.indices.reversed() where isCandidate(records[index]) {
        let position = FramePosition(
          segment: place.file.segment.number, offset: place.offset, index: index)
        meet(FrameEntry(records[index], at: position))
        if result.entries.count >= query.limit {
          result.next = position
          return true
        }
      }
      return false
    }
    if isDone { return false }
    guard scanned >= FrameLimits.scanBytes else { return true }
    result.next = FramePosition(
      segment: place.file.segment.number, offset: place.offset, index: 0)
    return false
  }

  private func isCandidate(_ record: FrameRecord) -> Bool {
    if let station, !record.station.elementsEqual(station) { return false }
    if let sees = query.sees, !sees(Text(utf8: [UInt8](record.station)), record.note.time) {
      return false
    }
    if let action = query.action, record.note.action != action { return false }
    return true
  }

  private func meet(_ entry: FrameEntry) {
    var entry = entry
    let isAnswer = [.result, .error, .event].contains(entry.glance.kind)
    // Events are about calls of ours.
    let isStations =
      entry.note.origin != .event && (entry.note.origin == .station) == (entry.glance.kind == .call)
    let pair = Pair(station: entry.station, id: entry.glance.id, isStations: isStations)
    var answer: FrameEntry?
    if isAnswer && !entry.glance.id.isEmpty {
      remember(entry, pair)
    } else if entry.glance.kind == .call {
      answer = answers.removeValue(forKey: pair)
      if let answer { entry.settle(by: answer) }
    }
    guard let transaction = query.transaction else {
      if isInWindow(entry), isWanted(entry) { result.entries.append(entry) }
      return
    }
    let isMentioned = FrameSearch.mentions(transaction, entry.frame)
    // Also by an answer that is on the page before, or of a kind that is not listed.
    if isMentioned && isAnswer { wanted.insert(pair) }
    let isNamed = wanted.contains(pair) && !isAnswer
    if isNamed { wanted.remove(pair) }
    guard isMentioned || isNamed, isInWindow(entry) else { return }
    if isWanted(entry) { result.entries.append(entry) }
    // One that names the transaction itself was met already.
    guard isMentioned, let answer, !FrameSearch.mentions(transaction, answer.frame) else { return }
    if isInTime(answer), isWanted(answer) { result.entries.append(answer) }
  }

  private func remember(_ answer: FrameEntry, _ pair: Pair) {
    if answers.count >= FrameLimits.rememberedAnswers { answers = [:] }
    // A call times out before its late answer comes: the time-out, which is met last, counts.
    answers[pair] = answer
  }

  private func isInWindow(_ entry: FrameEntry) -> Bool {
    if let after = query.after, entry.position >= after { return false }
    return isInTime(entry)
  }

  private func isInTime(_ entry: FrameEntry) -> Bool {
    if let from = query.from, entry.note.time < from { return false }
    if let to = query.to, entry.note.time >= to { return false }
    return true
  }

  private func isWanted(_ entry: FrameEntry) -> Bool {
    if let kind = query.kind, entry.glance.kind != kind { return false }
    return query.level.map { entry.level == $0 } ?? true
  }

  /// Whether a frame has the member `transactionId` with this value.
  static func mentions(_ transaction: Int, _ frame: [UInt8]) -> Bool {
    let name = Array("\"transactionId\"".utf8)
    let number = Array("\(transaction)".utf8)
    guard frame.count > name.count + number.count else { return false }
    for start in 0..<(frame.count - name.count) where frame[start] == 0x22 {
      guard frame[start..<(start + name.count)].elementsEqual(name) else { continue }
      let rest = frame[(start + name.count)...].drop { $0 == 0x20 || $0 == 0x3A }
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      if digits.elementsEqual(number) { return true }
    }
    return false
  }
}

extension FrameEntry {
  /// Says of a call what its answer says of it.
  mutating func settle(by answer: FrameEntry) {
    if note.verdict == .open { note.verdict = answer.note.verdict }
    note.latency = answer.note.latency ?? note.latency
    pairedAt = answer.note.time
    errorCode = answer.errorCode
  }
}
