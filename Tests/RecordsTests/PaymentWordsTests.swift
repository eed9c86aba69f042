import CSMSCore
import OCPPJSON
import Testing

@Suite("The words of payments and tags")
struct PaymentWordsTests {
  @Test("Payments move as they may and no other way")
  func payments() {
    let moves = PaymentStatus.allCases.flatMap { old in
      PaymentStatus.allCases.filter { old != $0 && old.canBecome($0) }
        .map { "\(old.word)>\($0.word)" }
    }
    #expect(
      moves == [
        "pending>authorized", "pending>failed", "authorized>completed", "authorized>failed",
        "completed>refunded",
      ])
    #expect(PaymentStatus.allCases.allSatisfy { PaymentStatus(word: $0.word) == $0 })
    #expect(PaymentStatus(word: "paid") == nil)
  }

  @Test("Session tags are known by their form, whatever their case")
  func tags() {
    let tag = SessionTag.make(random: Array(0..<16))
    #expect(tag.count == 20)
    #expect(SessionTag.isReserved(tag) && SessionTag.isReserved(tag.caseFolded))
    #expect(!SessionTag.isReserved("APP:SHORT") && !SessionTag.isReserved("XPP:ABCDEFGHIJKLMNOP"))
  }
}
