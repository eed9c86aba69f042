import Foundation
import Gateway
import Testing

@Suite("What is kept of a password")
struct PasswordDigestTests {
  @Test("Only the password itself matches")
  func matches() {
    let digest = PasswordDigest(password: Array("correct horse battery".utf8))

    #expect(digest.matches(Array("correct horse battery".utf8)))
    #expect(!digest.matches(Array("correct horse batterz".utf8)))
    #expect(!digest.matches([]))
    #expect(!digest.matches(Array("correct horse battery ".utf8)))
  }

  @Test("The same password is kept differently each time, and comes back from what was kept")
  func salted() {
    let one = PasswordDigest(password: [1, 2, 3])
    let two = PasswordDigest(password: [1, 2, 3])

    #expect(one != two)
    #expect(one.salt.count == 16)
    #expect(one.digest.count == 32)
    #expect(PasswordDigest(salt: one.salt, digest: one.digest).matches([1, 2, 3]))
  }

  @Test("Identities have 1 to 48 characters of OCPP's set")
  func identities() {
    #expect(StationIdentity.isValid("A"))
    #expect(StationIdentity.isValid("azAZ09*-_=:+|@."))
    #expect(!StationIdentity.isValid(""))
    #expect(!StationIdentity.isValid("ä"))
    #expect(StationIdentity.isValid(String(repeating: "a", count: 48)))
    #expect(!StationIdentity.isValid(String(repeating: "a", count: 49)))
    for character in " /\\\"'%&?#,;()[]{}<>!$~^`\t\n" {
      #expect(!StationIdentity.isValid("a\(character)"), "\(character)")
    }
  }
}
