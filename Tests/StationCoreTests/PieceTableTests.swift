import Testing

@testable import StationCore

/// Something that cannot be copied and is counted while it lives.
private struct Counted: ~Copyable {
  final class Living { var count = 0 }

  let number: Int
  private let living: Living

  init(_ number: Int, _ living: Living) {
    self.number = number
    self.living = living
    living.count += 1
  }

  deinit { living.count -= 1 }
}

@Suite struct PieceTableTests {
  @Test(
    "A list in pieces holds what an array holds, in order, and no longer than the array does",
    arguments: 1...30 as ClosedRange<UInt64>)
  func asAnArray(seed: UInt64) {
    var chance = seed
    func below(_ limit: Int) -> Int {
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((chance >> 33) % UInt64(limit))
    }
    let living = Counted.Living()
    do {
      var model: [Int] = []
      var table = PieceTable<Counted>(limit: 16 << below(4))
      for number in 0..<400 {
        // Grows for a while, then shrinks for a while.
        let grows = below(10) < (number / 100 % 2 == 0 ? 7 : 3)
        if grows || model.isEmpty {
          let place = below(2) == 0 ? model.count : below(model.count + 1)
          model.insert(number, at: place)
          table.insert(Counted(number, living), at: place)
        } else {
          let place = below(2) == 0 ? 0 : below(model.count)
          model.remove(at: place)
          table.remove(at: place)
        }
        var held: [Int] = []
        for index in table.indices { held.append(table[index].number) }
        #expect(held == model)
        #expect(living.count == model.count)
      }
      // What is left goes with the list.
      for number in 0..<9 { table.append(Counted(number, living)) }
      #expect(living.count == model.count + 9)
    }
    #expect(living.count == 0)
  }
}
