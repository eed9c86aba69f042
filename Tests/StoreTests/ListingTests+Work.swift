import CSMSCore
import OCPPJSON
import Testing

@testable import Store

extension ListingTests {
  /// The pages of a listing, each of which may do so much work.
  private func pages(
    _ store: SQLiteStore, _ filter: TransactionFilter, after start: TransactionCursor? = nil,
    limit: Int, work: Int = StoreLimits.listingWork
  ) throws -> [Page<TransactionRow, TransactionCursor>] {
    try store.read { reader throws(StoreError) in
      let budget = Budget(all: work, row: StoreLimits.rowWork)
      var pages: [Page<TransactionRow, TransactionCursor>] = []
      var cursor = start
      repeat {
        let page = try reader.transactions(filter, limit: limit, after: cursor, budget)
        pages.append(page)
        cursor = page.next
      } while cursor != nil
      return pages
    }
  }

  @Test("A page that did its work ends early, and the next one goes on where it ended")
  func bounded() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try fill(store)
    let rows = try store.listed()
    for combination in Combination.all {
      let pages = try pages(
        store, combination.filter, after: combination.cursor, limit: 4, work: 30)
      #expect(
        pages.flatMap(\.rows) == rows.filter(combination.holds), "\(combination.testDescription)")
      // The last entry may be a row.
      #expect(pages.allSatisfy { $0.work <= 30 + StoreLimits.rowWork })
    }
  }

  @Test("A late page costs what the first one does, whatever leads")
  func latePages() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try store.ownStations(["CP2"], by: "A")
    for index in 0..<200 {
      let start = TransactionStart.sample.with {
        $0.timestamp.milliseconds += Int64(index) * 1_000
        // Of its own, so that none ends another.
        $0.connector = index
      }
      let id = store.started(start, from: "CP2")
      store.started(start, from: "CP2")
      if index % 4 != 0 { store.keep(.transactionStopped(.sample(id)), from: "CP2") }
    }
    var filters = [
      TransactionFilter(), TransactionFilter(status: .active),
      TransactionFilter(status: .completed),
      TransactionFilter(station: "CP2"), TransactionFilter(token: "tag1"),
      TransactionFilter(flag: .startRepeated),
      TransactionFilter(station: "CP2", token: "TAG1", flag: .startRepeated),
    ]
    filters.append(TransactionFilter())
    filters[7].company = "A"
    for filter in filters {
      let pages = try pages(store, filter, limit: 10)
      #expect(pages.flatMap(\.rows).count >= 50)
      #expect(pages.allSatisfy { $0.work <= 10 * (1 + StoreLimits.rowWork) }, "\(filter)")
      // Who has read everything is not sent to an empty page.
      #expect(pages.last?.rows.isEmpty == false)
    }
  }

  @Test("The completed ones are listed without a look at those that are open")
  func completedOnly() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    let first = store.started()
    store.keep(.transactionStopped(.sample(first)))
    for index in 1...50 {
      // Each on a connector of its own, so that none ends another.
      store.started(
        .sample.with {
          $0.connector = index + 1
          $0.timestamp.milliseconds += Int64(index)
        })
    }
    let pages = try pages(store, TransactionFilter(status: .completed), limit: 10)
    #expect(pages.flatMap(\.rows).map(\.id) == [first])
    #expect(pages.reduce(0) { $0 + $1.work } == 1 + StoreLimits.rowWork)
  }

  @Test("Of a frequent token in a company that hardly has it, the company's few are read")
  func rarestLeads() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try store.ownStations(["CP2"], by: "A")
    for index in 0..<300 {
      store.started(.sample.with { $0.meterStart = index })
    }
    for index in 0..<4 {
      store.started(
        .sample.with {
          $0.meterStart = index
          $0.idTag = index == 0 ? "TAG1" : "OTHER"
        }, from: "CP2")
    }
    var filter = TransactionFilter(token: "TAG1")
    filter.company = "A"
    let page = try pages(store, filter, limit: 100, work: 1_000)[0]
    #expect(page.rows.map(\.id) == [301])
    #expect(page.work == 4 * (1 + StoreLimits.rowWork))
    // The other way round the token leads.
    filter.token = "OTHER"
    #expect(try pages(store, filter, limit: 100, work: 1_000)[0].work == 3 * 11)
    // At a station the rarer of the two.
    let at = try pages(store, TransactionFilter(station: "CP1", token: "OTHER"), limit: 9)[0]
    #expect(at.rows.isEmpty && at.work == 3)
  }

  @Test("Unmatched stops have no token and no company: nothing is read for them")
  func unmatched() throws {
    let store = try folder.open()
    store.keep(.transactionStopped(.sample(99)))
    #expect(try store.listed(TransactionFilter(status: .unmatched)).count == 1)
    for (token, company) in [("TAG1", nil), (nil, "A")] as [(Text?, Text?)] {
      var filter = TransactionFilter(status: .unmatched, token: token)
      filter.company = company
      let pages = try pages(store, filter, limit: 100)
      #expect(pages.count == 1 && pages[0].rows.isEmpty && pages[0].work == 0)
    }
  }
}
