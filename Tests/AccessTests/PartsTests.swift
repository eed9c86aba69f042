import Foundation
import Network
import OCPPJSON
import Testing

@testable import Access

@Suite("Passwords, secrets and tokens")
struct PartsTests {
  @Test("A password fits its own hash only, and two hashes of it differ")
  func passwords() {
    let hasher = PasswordHasher(cost: .least)
    let hash = hasher.hash("correct horse battery")

    #expect("\(hash)".hasPrefix("$argon2id$v=19$"))
    #expect(hasher.verify("correct horse battery", hash))
    #expect(!hasher.verify("correct horse batterx", hash))
    #expect(!hasher.verify("", hash))
    #expect(!hasher.verify("nobody has this password", nil))
    #expect(hasher.hash("correct horse battery") != hash)
  }

  @Test("What people's passwords cost is what RFC 9106 asks for: 64 MiB")
  func cost() {
    let hash = "\(PasswordHasher(cost: .interactive).hash("x"))"
    #expect(hash.contains("m=65536,t=2,p=1"))
  }

  @Test("Hashes that wait are bounded, and a refused one is not run")
  func bounded() {
    let hasher = PasswordHasher(cost: .least)
    let gate = DispatchSemaphore(value: 0)
    var taken = 0
    while hasher.run({ gate.wait() }) { taken += 1 }
    #expect(taken == AccessLimits.waitingHashes)
    for _ in 0..<taken { gate.signal() }
  }

  @Test("A sealed secret opens under its key and name, and under nothing else")
  func vault() {
    let vault = SecretVault(key: [UInt8](repeating: 1, count: 32))
    let sealed = vault.seal(Array("secret".utf8), name: "a")

    #expect(vault.open(sealed, name: "a") == Array("secret".utf8))
    #expect(vault.open(sealed, name: "b") == nil)
    #expect(SecretVault(key: [UInt8](repeating: 2, count: 32)).open(sealed, name: "a") == nil)
    for index in sealed.indices {
      var broken = sealed
      broken[index] ^= 1
      #expect(vault.open(broken, name: "a") == nil)
    }
    #expect(vault.open([], name: "a") == nil)
    #expect(vault.open(vault.seal([], name: "a"), name: "a") == [])
    #expect(!String(decoding: sealed, as: UTF8.self).contains("secret"))
  }

  @Test("An access token is good until it is over, and only with our signature")
  func accessToken() throws {
    let key = [UInt8](repeating: 3, count: 32)
    let text = WebToken(user: "u", signIn: "s", issuedAt: 100, expiresAt: 200).signed(with: key)

    #expect(WebToken(text, key: key, now: 199)?.sub == "u")
    #expect(WebToken(text, key: key, now: 200) == nil)
    #expect(WebToken(text, key: [UInt8](repeating: 4, count: 32), now: 100) == nil)
    let parts = text.split(separator: ".").map(String.init)
    let none = WebToken.base64URL(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
    for forged in [
      "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).",
      "\(parts[0]).\(parts[1])", "\(text).", "", "..", "\(parts[0]).e30.\(parts[2])",
    ] {
      #expect(WebToken(forged, key: key, now: 100) == nil, "\(forged)")
    }
    // Others can read and check it: it is a JWT as RFC 7515 has it.
    let header = try #require(WebToken.bytes(ofBase64URL: parts[0]))
    #expect(String(decoding: header, as: UTF8.self) == #"{"alg":"HS256","typ":"JWT"}"#)
  }

  @Test("A refresh token is no access token, and cannot be counted up")
  func refreshToken() {
    let key = [UInt8](repeating: 3, count: 32)
    let text = RefreshToken(signIn: "abc", generation: 7).signed(with: key)

    #expect(RefreshToken(text, key: key) == RefreshToken(signIn: "abc", generation: 7))
    #expect(WebToken(text, key: key, now: 0) == nil)
    #expect(RefreshToken(text.replacingOccurrences(of: ".7.", with: ".8."), key: key) == nil)
    #expect(RefreshToken("abc.7", key: key) == nil)
  }

  @Test("Failures are counted per account and per address, until the window is over")
  func throttle() {
    var throttle = LoginThrottle()
    func fail(_ account: String, _ address: String) {
      throttle.failed(account: account, address: address, now: 1000)
    }
    for _ in 1..<AccessLimits.failuresPerAccount { fail("a", "1") }
    #expect(throttle.wait(account: "a", address: "1", now: 1000) == nil)
    fail("a", "2")
    #expect(throttle.wait(account: "a", address: "3", now: 1000) == 900)
    #expect(throttle.wait(account: "b", address: "1", now: 1000) == nil)
    #expect(throttle.wait(account: "a", address: "3", now: 1899) == 1)
    #expect(throttle.wait(account: "a", address: "3", now: 1900) == nil)

    for number in 0..<AccessLimits.failuresPerAddress { fail("x\(number)", "9") }
    #expect(throttle.wait(account: "fresh", address: "9", now: 1001) == 899)

    throttle.succeeded(account: "a", address: "2")
    #expect(throttle.wait(account: "a", address: "2", now: 1000) == nil)
  }

  @Test("Only so many accounts are remembered, the oldest go first")
  func throttleBound() {
    var throttle = LoginThrottle()
    for _ in 0..<AccessLimits.failuresPerAccount {
      throttle.failed(account: "first", address: "a", now: 1)
    }
    for number in 0..<AccessLimits.rememberedFailures {
      throttle.failed(account: "n\(number)", address: "a", now: 2)
    }
    #expect(throttle.wait(account: "first", address: "b", now: 3) == nil)
  }

  @Test("Roles stand above each other, and a company sees its own")
  func principals() {
    #expect(Role.admin > .operator && Role.operator > .viewer && Role.viewer > .driver)
    let bound = Principal(.key(name: "k"), role: .viewer, company: "A")
    #expect(bound.sees("A") && !bound.sees("B") && !bound.sees(nil))
    #expect(Principal.everybody.sees(nil) && Principal.everybody.sees("B"))
    #expect(bound.actor == "key k")
  }
}
