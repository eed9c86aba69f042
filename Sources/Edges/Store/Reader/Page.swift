/// A page of a listing. Where much had to be read for little, it is short or even empty and there is a
/// next one all the same.
public struct Page<Row: Sendable, Cursor: Sendable>: Sendable {
  public internal(set) var rows: [Row] = []
  /// Where the next page begins; nil when this was the last one.
  public internal(set) var next: Cursor?
  /// What it cost, in entries of an index.
  var work = 0
}

/// What one page may cost, in entries of an index.
struct Budget {
  let all: Int
  /// What reading a row costs.
  let row: Int

  static let transactions = Budget(all: StoreLimits.listingWork, row: StoreLimits.rowWork)
  static let sessions = Budget(all: StoreLimits.listingWork, row: StoreLimits.sessionWork)

  /// Of several that could lead, the one with the fewest entries, as far as it is worth counting: a lead
  /// all of whose rows can be read for one page is as good as any index. Else the first.
  /// - Parameter isFirstEnough: whether the first can tell all that is asked, and needs no counting
  ///   of long ones.
  func shortest<Lead>(
    of candidates: [Lead], isFirstEnough: Bool = false,
    count: (Lead, _ limit: Int) throws(StoreError) -> Int
  ) throws(StoreError) -> Lead {
    if candidates.count == 1 { return candidates[0] }
    let short = try shortest(of: candidates, below: all / 100, count)
    if let short { return short }
    if isFirstEnough { return candidates[0] }
    return try shortest(of: Array(candidates[1...]), below: all / row, count) ?? candidates[0]
  }

  private func shortest<Lead>(
    of candidates: [Lead], below limit: Int, _ count: (Lead, Int) throws(StoreError) -> Int
  ) throws(StoreError) -> Lead? {
    var (shortest, least) = (Lead?.none, limit)
    for lead in candidates {
      let count = try count(lead, least)
      if count < least { (shortest, least) = (lead, count) }
    }
    return shortest
  }
}
