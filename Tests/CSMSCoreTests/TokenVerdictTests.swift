import CSMSCore
import OCPPJSON
import Testing

@Suite("The verdict on a token")
struct TokenVerdictTests {
  private let now = DateTime(milliseconds: 1_000_000)

  private func verdict(_ status: TokenStatus, expiry: Int64?) -> TokenVerdict {
    TokenVerdict(
      TokenRecord(
        idTag: "A", status: status, expiry: expiry.map { DateTime(milliseconds: $0) }, parent: "P"),
      now: now, acceptsUnknown: false)
  }

  @Test("A token that is not on record is invalid, unless all are accepted")
  func unknown() {
    #expect(TokenVerdict(nil, now: now, acceptsUnknown: false) == TokenVerdict(.invalid))
    #expect(TokenVerdict(nil, now: now, acceptsUnknown: true) == TokenVerdict(.accepted))
  }

  @Test("An accepted token is good until the millisecond before its expiry")
  func expiry() {
    #expect(verdict(.accepted, expiry: nil).status == .accepted)
    #expect(verdict(.accepted, expiry: 1_000_001).status == .accepted)
    #expect(verdict(.accepted, expiry: 1_000_000).status == .expired)
    #expect(verdict(.accepted, expiry: 999_999).status == .expired)
    #expect(verdict(.accepted, expiry: .min).status == .expired)
  }

  @Test(
    "A token that is not accepted keeps its status, expired or not",
    arguments: TokenStatus.allCases.filter { $0 != .accepted })
  func otherStatus(status: TokenStatus) {
    #expect(verdict(status, expiry: nil).status == status)
    #expect(verdict(status, expiry: 1).status == status)
  }

  @Test("The verdict tells expiry and parent")
  func details() {
    #expect(
      verdict(.accepted, expiry: 2_000_000)
        == TokenVerdict(.accepted, expiry: DateTime(milliseconds: 2_000_000), parent: "P"))
  }

  @Test("Accepting unknown tokens does not pardon one that is on record")
  func onRecord() {
    let record = TokenRecord(idTag: "A", status: .blocked)

    #expect(TokenVerdict(record, now: now, acceptsUnknown: true).status == .blocked)
  }

  @Test("Every status has its word and is found by it, and by no other")
  func words() {
    #expect(
      TokenStatus.allCases.map { "\($0.word)" } == [
        "Accepted", "Blocked", "Expired", "Invalid", "ConcurrentTx",
      ])
    #expect(TokenStatus.allCases.allSatisfy { TokenStatus(word: $0.word) == $0 })
    #expect(TokenStatus(word: "accepted") == nil)
    #expect(TokenStatus(word: "") == nil)
  }
}
