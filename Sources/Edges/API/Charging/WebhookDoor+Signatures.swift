import Access
import CSMSCore
import Network
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Who signed what comes, when, and that it comes once.
extension WebhookDoor {
  static let refusal = Problem(
    401, "The X-Signature is missing, wrong, too old, or was used before.")

  /// A signature that is right, and of these minutes.
  struct Signature: Sendable {
    let letters: String
    let time: Int64
  }

  func checkSignature(_ request: APIRequest) throws(Problem) -> Signature {
    guard let secret = options.secret else {
      throw Problem(
        401, "Nothing is signed for here: start the server with OCPP_WEBHOOK_SECRET.")
    }
    guard let field = request.http.header("x-signature") else { throw WebhookDoor.refusal }
    var parts: [String: String] = [:]
    for part in field.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 {
        parts[pair[0].trimmingSpaces] = pair[1].trimmingSpaces
      }
    }
    guard let time = parts["t"].flatMap({ Int64($0) }), let signature = parts["v1"] else {
      throw WebhookDoor.refusal
    }
    let now = services.clock().milliseconds / 1000
    let right = hmacSHA256(
      key: Array(secret.utf8), Array("\(time).".utf8) + request.http.body)
    let letters = right.map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
    // Whatever the time says, it is only looked at when it was signed.
    guard equalInConstantTime(Array(letters.utf8), Array(signature.lowercased().utf8)),
      (now - WebhookDoor.window...now + WebhookDoor.window).contains(time), note(letters, now)
    else { throw WebhookDoor.refusal }
    return Signature(letters: letters, time: time)
  }

  /// What is written down with what the signature is used for, so that it is good no more after a
  /// restart either.
  func use(of signature: Signature) -> SignatureUse {
    SignatureUse(
      Text(signature.letters), of: signature.time,
      forgetBefore: services.clock().milliseconds / 1000 - 2 * WebhookDoor.window)
  }

  /// Goes on with a signature that no process before this one took either.
  func unlessSpent(
    _ signature: Signature, _ responder: Responder,
    _ go: @escaping @Sendable () throws(Problem) -> Void
  ) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.isSpent(Text(signature.letters))
    } respond: { isSpent in
      if isSpent { return responder.problem(WebhookDoor.refusal) }
      do throws(Problem) {
        try go()
      } catch {
        responder.problem(error)
      }
    }
  }

  /// Nothing was done: the same may come again.
  func giveBack(_ signature: Signature) {
    _ = taken.withLock { $0.removeValue(forKey: signature.letters) }
  }

  /// False when the signature was used before.
  private func note(_ signature: String, _ now: Int64) -> Bool {
    taken.withLock { taken in
      if taken.count >= WebhookDoor.rememberedSignatures {
        taken = taken.filter { now - $0.value <= 2 * WebhookDoor.window }
        // Full of fresh ones: nothing more until some are old.
        if taken.count >= WebhookDoor.rememberedSignatures { return false }
      }
      return taken.updateValue(now, forKey: signature) == nil
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined() }
}

/// How inbound webhooks show where they come from.
public struct WebhookOptions: Sendable {
  /// What both sides sign with.
  public var secret: String?
  /// No signature: a key like everywhere.
  public var isUnsigned: Bool

  public init(secret: String? = nil, isUnsigned: Bool = false) {
    self.secret = secret
    self.isUnsigned = isUnsigned
  }
}
