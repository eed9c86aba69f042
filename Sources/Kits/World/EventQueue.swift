/// What happens when: a binary heap by time, and by order of entry among what happens at the same
/// time, so that every run is the same.
struct EventQueue<Happening> {
  private struct Entry {
    var time: Int64
    var order: UInt64
    var happening: Happening

    func isBefore(_ other: Entry) -> Bool {
      time < other.time || time == other.time && order < other.order
    }
  }

  private var heap: [Entry] = []
  private var nextOrder: UInt64 = 0

  var count: Int { heap.count }
  var nextTime: Int64? { heap.first?.time }

  mutating func add(_ happening: Happening, at time: Int64) {
    heap.append(Entry(time: time, order: nextOrder, happening: happening))
    nextOrder += 1
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      if !heap[index].isBefore(heap[parent]) { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  mutating func next() -> (time: Int64, happening: Happening)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.time, first.happening)
  }

  private mutating func sink() {
    var index = 0
    while true {
      let left = 2 * index + 1
      guard left < heap.count else { return }
      let right = left + 1
      let child = right < heap.count && heap[right].isBefore(heap[left]) ? right : left
      if !heap[child].isBefore(heap[index]) { return }
      heap.swapAt(index, child)
      index = child
    }
  }
}
