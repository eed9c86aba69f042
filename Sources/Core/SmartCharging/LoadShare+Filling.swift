extension LoadShare {
  /// Shares everything out anew. Allocates nothing.
  ///
  /// - Parameter turn: a number that grows with time, such as quarters of an hour since 1970. Within
  ///   one turn whoever charges goes on charging, if the limits still allow it; in the next, whoever
  ///   has had the fewest turns comes first.
  public mutating func share(turn: Int) {
    let isNewTurn = turn != self.turn
    self.turn = turn
    for index in nodes.indices { nodes[index].used = 0 }
    welcome()
    sortByTurn(isNewTurn: isNewTurn)
    admit(isNewTurn: isNewTurn)
    fill()
  }

  /// Whoever comes, or comes back, starts level with whoever waited longest, not ahead of everybody.
  private mutating func welcome() {
    var fewest: Int?
    for index in takers.indices where takers[index].contends {
      fewest = min(fewest ?? takers[index].turns, takers[index].turns)
    }
    for index in takers.indices {
      let hadPlace = takers[index].contends
      takers[index].contends =
        takers[index].maximum > 0 && takers[index].maximum >= takers[index].minimum
      if takers[index].contends && !hadPlace {
        takers[index].turns = fewest.map { max($0, takers[index].turns) } ?? 0
      }
    }
  }

  /// Fewest turns first, within a turn those who already charge in it before them; then by key.
  private mutating func sortByTurn(isNewTurn: Bool) {
    order.removeAll(keepingCapacity: true)
    for index in takers.indices {
      var place = order.count
      while place > 0, goes(index, before: order[place - 1], isNewTurn: isNewTurn) { place -= 1 }
      order.insert(index, at: place)
    }
  }

  private func goes(_ left: Int, before right: Int, isNewTurn: Bool) -> Bool {
    if !isNewTurn && takers[left].isAdmitted != takers[right].isAdmitted {
      return takers[left].isAdmitted
    }
    // The takers are sorted by key, and so is an order that stays as it is.
    return takers[left].turns < takers[right].turns
  }

  /// Gives everybody their least, in order, as long as it fits; the others pause.
  private mutating func admit(isNewTurn: Bool) {
    for index in order {
      let wasAdmitted = !isNewTurn && takers[index].isAdmitted
      takers[index].share = 0
      takers[index].isSettled = true
      takers[index].isAdmitted = false
      if !takers[index].contends {
        takers[index].reason = takers[index].maximum == 0 ? .ownMaximum : .belowMinimum
      } else if let full = nodeWithout(takers[index].minimum, from: takers[index].node) {
        takers[index].reason = .waitsForTurn(node: full)
      } else {
        use(takers[index].minimum, index)
        takers[index].isSettled = false
        takers[index].isAdmitted = true
        takers[index].reason = .ownMaximum
        if !wasAdmitted { takers[index].turns += 1 }
      }
    }
  }

  /// Raises the level everybody stands at: as far as all limits hold, then by one for each in order
  /// until the limits are used up to the last unit.
  private mutating func fill() {
    var level: Int64 = 0
    while let highest = highestUnsettled() {
      level = highestFeasible(from: level, to: highest)
      raise(to: level)
      for index in order where !takers[index].isSettled {
        if takers[index].share >= takers[index].maximum {
          takers[index].isSettled = true
        } else if takers[index].share == level {
          if let full = nodeWithout(1, from: takers[index].node) {
            takers[index].isSettled = true
            takers[index].reason = .limit(node: full)
          } else {
            use(1, index)
          }
        }
      }
      level += 1
    }
  }

  /// The greatest maximum among those whose share may still grow.
  private func highestUnsettled() -> Int64? {
    var highest: Int64?
    for index in takers.indices where !takers[index].isSettled {
      highest = max(highest ?? 0, takers[index].maximum)
    }
    return highest
  }

  private mutating func highestFeasible(from low: Int64, to high: Int64) -> Int64 {
    var low = low
    var high = max(low, high)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if isFeasible(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether every limit holds when everybody unsettled stands at the level.
  private mutating func isFeasible(_ level: Int64) -> Bool {
    for index in nodes.indices { nodes[index].tried = 0 }
    for index in takers.indices {
      nodes[takers[index].node].tried += takers[index].share(at: level)
    }
    // Parents stand before their children.
    for index in nodes.indices.reversed() {
      if let limit = nodes[index].limit, nodes[index].tried > limit { return false }
      if let parent = nodes[index].parent { nodes[parent].tried += nodes[index].tried }
    }
    return true
  }

  private mutating func raise(to level: Int64) {
    for index in takers.indices where !takers[index].isSettled {
      use(takers[index].share(at: level) - takers[index].share, index)
    }
  }

  private mutating func use(_ amount: Int64, _ index: Int) {
    takers[index].share += amount
    var node: Int? = takers[index].node
    while let current = node {
      nodes[current].used += amount
      node = nodes[current].parent
    }
  }

  /// The first limit on the way up that has less than the amount left.
  private func nodeWithout(_ amount: Int64, from start: Int) -> Int? {
    var node: Int? = start
    while let current = node {
      if let limit = nodes[current].limit, limit - nodes[current].used < amount { return current }
      node = nodes[current].parent
    }
    return nil
  }
}

extension ShareTaker {
  /// What it has when the level reaches so far: between what it has already and its maximum.
  fileprivate func share(at level: Int64) -> Int64 {
    isSettled ? share : max(share, min(level, maximum))
  }
}
