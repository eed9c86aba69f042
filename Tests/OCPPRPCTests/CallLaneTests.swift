import OCPPJSON
import OCPPRPC
import Testing

private typealias Lane = CallLane<Int>

/// The n-th call, to be answered by `deadline`.
private func call(_ number: Int, by deadline: Int64 = 1000) -> Lane.Call {
  Lane.Call(
    id: MessageID(prefix: 7, number: UInt32(number)), action: 0, frame: [],
    deadline: DateTime(milliseconds: deadline), caller: number)
}

private func id(_ number: Int) -> MessageID { MessageID(prefix: 7, number: UInt32(number)) }

@Suite("The lane of calls to a peer")
struct CallLaneTests {
  @Test("The first call goes out at once, the others wait for its answer")
  func oneOutstanding() {
    var lane = Lane(lineLimit: 4)

    #expect(lane.enqueue(call(1)) == .send)
    #expect(lane.enqueue(call(2)) == .wait)
    #expect(lane.sendNext() == nil)
    #expect(lane.count == 2)
  }

  @Test("The line moves in the order in which calls came")
  func firstInFirstOut() {
    var lane = Lane(lineLimit: 4)
    for number in 1...4 { _ = lane.enqueue(call(number)) }

    var order: [Int] = []
    for number in 1...4 {
      order.append(lane.answered(id(number))?.caller ?? -1)
      #expect(lane.sendNext()?.caller == (number < 4 ? number + 1 : nil))
    }

    #expect(order == [1, 2, 3, 4])
    #expect(lane.count == 0)
    #expect(lane.enqueue(call(5)) == .send)
  }

  @Test("A new call does not overtake the line before the next one was sent")
  func nobodyOvertakes() {
    var lane = Lane(lineLimit: 4)
    _ = lane.enqueue(call(1))
    _ = lane.enqueue(call(2))
    _ = lane.answered(id(1))

    #expect(lane.enqueue(call(3)) == .wait)
    #expect(lane.sendNext()?.caller == 2)
  }

  @Test("A call beyond the limit of the line is refused and leaves no trace")
  func limit() {
    var lane = Lane(lineLimit: 2)
    #expect((1...4).map { lane.enqueue(call($0)) } == [.send, .wait, .wait, .refuse])

    #expect(lane.count == 3)
    #expect(lane.cancelAll().map(\.caller) == [1, 2, 3])
  }

  @Test("A lane without a line takes one call")
  func noLine() {
    var lane = Lane(lineLimit: 0)

    #expect(lane.enqueue(call(1)) == .send)
    #expect(lane.enqueue(call(2)) == .refuse)
  }

  @Test("Answers to nobody's call, to a call in line and to an answered call disturb nothing")
  func unknownAnswers() {
    var lane = Lane(lineLimit: 4)
    #expect(lane.answered(id(1)) == nil)
    _ = lane.enqueue(call(1))
    _ = lane.enqueue(call(2))

    #expect(lane.answered(id(9)) == nil)
    #expect(lane.answered(id(2)) == nil)
    #expect(lane.count == 2)
    #expect(lane.answered(id(1))?.caller == 1)
    #expect(lane.answered(id(1)) == nil)
    #expect(lane.sendNext()?.caller == 2)
  }

  @Test("The outstanding call expires at its deadline, and the next one may go")
  func outstandingExpires() {
    var lane = Lane(lineLimit: 4)
    _ = lane.enqueue(call(1, by: 100))
    _ = lane.enqueue(call(2, by: 200))

    #expect(lane.nextDeadline == DateTime(milliseconds: 100))
    #expect(lane.expire(now: DateTime(milliseconds: 99)).isEmpty)
    #expect(lane.expire(now: DateTime(milliseconds: 100)).map(\.caller) == [1])
    #expect(lane.sendNext()?.caller == 2)
    // Late, and nobody waits for it.
    #expect(lane.answered(id(1)) == nil)
    #expect(lane.nextDeadline == DateTime(milliseconds: 200))
  }

  @Test("A call in line expires without having been sent; the others keep their places")
  func queuedExpires() {
    var lane = Lane(lineLimit: 4)
    for (number, deadline) in [(1, 300), (2, 100), (3, 400), (4, 100)] as [(Int, Int64)] {
      _ = lane.enqueue(call(number, by: deadline))
    }

    #expect(lane.nextDeadline == DateTime(milliseconds: 100))
    #expect(lane.expire(now: DateTime(milliseconds: 150)).map(\.caller) == [2, 4])
    #expect(lane.answered(id(1))?.caller == 1)
    #expect(lane.sendNext()?.caller == 3)
  }

  @Test("An empty lane has no deadline")
  func noDeadline() {
    var lane = Lane(lineLimit: 4)
    #expect(lane.nextDeadline == nil)
    #expect(lane.expire(now: DateTime(milliseconds: .max)).isEmpty)
    #expect(lane.cancelAll().isEmpty)
  }

  @Test("When the connection goes, all calls are given back, the outstanding one first")
  func cancelAll() {
    var lane = Lane(lineLimit: 4)
    for number in 1...3 { _ = lane.enqueue(call(number)) }

    #expect(lane.cancelAll().map(\.caller) == [1, 2, 3])
    #expect(lane.count == 0)
    #expect(lane.nextDeadline == nil)
    #expect(lane.answered(id(1)) == nil)
  }
}

/// What a lane must be, written as plainly as can be.
private struct LaneModel {
  var sent: Int?
  var line: [(number: Int, deadline: Int64)] = []
  var sentDeadline: Int64 = 0
}

/// A small generator, so that a seed gives the same run everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

@Suite("The lane of calls, at random")
struct CallLaneModelTests {
  /// Every call ends exactly once, in one of four ways, whatever happens in which order.
  @Test("The lane does what the model does, and every call ends once", arguments: 1...200)
  func model(seed: UInt64) {
    var random = SplitMix(state: seed)
    let limit = Int.random(in: 0...5, using: &random)
    var lane = Lane(lineLimit: limit)
    var model = LaneModel()
    var now: Int64 = 0
    var last = 0
    var ended: [Int: Int] = [:]

    for _ in 0..<300 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        last += 1
        let deadline = now + .random(in: 1...50, using: &random)
        let outcome = lane.enqueue(call(last, by: deadline))
        if model.sent == nil && model.line.isEmpty {
          #expect(outcome == .send)
          (model.sent, model.sentDeadline) = (last, deadline)
        } else if model.line.count < limit {
          #expect(outcome == .wait)
          model.line.append((last, deadline))
        } else {
          #expect(outcome == .refuse)
          ended[last, default: 0] += 1
        }
      case 4..<7:
        let number = Int.random(in: 1...max(last, 1), using: &random)
        let answered = lane.answered(id(number))?.caller
        #expect(answered == (model.sent == number ? number : nil))
        if answered != nil {
          model.sent = nil
          ended[number, default: 0] += 1
        }
      case 7, 8:
        now += .random(in: 0...20, using: &random)
        var expected: [Int] = []
        if let sent = model.sent, model.sentDeadline <= now {
          expected.append(sent)
          model.sent = nil
        }
        expected += model.line.filter { $0.deadline <= now }.map(\.number)
        model.line.removeAll { $0.deadline <= now }
        #expect(lane.expire(now: DateTime(milliseconds: now)).map(\.caller) == expected)
        for number in expected { ended[number, default: 0] += 1 }
      default:
        guard Int.random(in: 0..<10, using: &random) == 0 else { break }
        let expected = (model.sent.map { [$0] } ?? []) + model.line.map(\.number)
        #expect(lane.cancelAll().map(\.caller) == expected)
        for number in expected { ended[number, default: 0] += 1 }
        model = LaneModel()
      }
      // Sometimes the driver is slow to ask for the next call.
      if Bool.random(using: &random) {
        let next = lane.sendNext()?.caller
        #expect(next == (model.sent == nil ? model.line.first?.number : nil))
        if next != nil {
          (model.sent, model.sentDeadline) = (model.line[0].number, model.line[0].deadline)
          model.line.removeFirst()
        }
      }
      #expect(lane.count == model.line.count + (model.sent == nil ? 0 : 1))
      let deadlines = model.line.map(\.deadline) + (model.sent == nil ? [] : [model.sentDeadline])
      #expect(lane.nextDeadline == deadlines.min().map { DateTime(milliseconds: $0) })
    }

    for call in lane.cancelAll() { ended[call.caller, default: 0] += 1 }
    #expect(ended.count == last && ended.values.allSatisfy { $0 == 1 })
  }
}
