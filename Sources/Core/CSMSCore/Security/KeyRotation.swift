public import OCPPJSON

/// Which keys (HTTP Basic passwords, `AuthorizationKey`) open the door for one station while its key
/// is being changed. The keys themselves are elsewhere, as digests; here they only have numbers.
///
/// A station a hundred kilometres away has one key, and nobody can ask it which. So a new key is good
/// from before it is sent, the old one until the station is seen to use the new one, and what is in
/// doubt stays good: a key too many costs a comparison, a key too few costs a journey.
public struct KeyRotation: Sendable, Equatable {
  /// New keys of one station that may be in doubt; a further change has to wait.
  public static let candidateLimit = 4
  /// A station that accepted a key and still comes with the old one so long after, in milliseconds,
  /// has not taken it.
  public static let settlingMilliseconds: Int64 = 3_600_000
  /// The same where the key may count after a reboot: where the station said so, and where its answer
  /// was lost.
  public static let rebootMilliseconds: Int64 = 30 * 86_400_000

  /// What a station said to a new key.
  public enum Answer: UInt8, Sendable, CaseIterable {
    /// Nothing, or something that leaves open what it did: a time-out, a lost connection, an error.
    case unknown
    case accepted
    /// It counts after a reboot.
    case rebootRequired

    /// The word in records.
    public var word: Text {
      switch self {
      case .unknown: "Unknown"
      case .accepted: "Accepted"
      case .rebootRequired: "RebootRequired"
      }
    }
  }

  /// A new key that the station may have.
  public struct Candidate: Sendable, Equatable {
    /// Never used for another key of this station.
    public let id: Int
    public let sentAt: DateTime
    public var answer: Answer

    public init(id: Int, sentAt: DateTime, answer: Answer = .unknown) {
      self.id = id
      self.sentAt = sentAt
      self.answer = answer
    }
  }

  /// With which key a station came in.
  public enum Used: Sendable, Equatable {
    case current
    case candidate(Int)
  }

  /// What has to be kept.
  public enum Step: Sendable, Equatable {
    case none
    /// The station's word about a key.
    case note(Int, Answer)
    /// These keys are good no more.
    case drop([Int])
    /// This key is the station's from now on; the one before and those others are good no more.
    case promote(Int, dropping: [Int])
  }

  /// Oldest first.
  public private(set) var candidates: [Candidate]

  public init(candidates: [Candidate] = []) { self.candidates = candidates }

  /// Whether a new key may be sent.
  public var hasRoom: Bool { candidates.count < KeyRotation.candidateLimit }

  /// A new key is about to be sent; it must be kept before it is.
  /// - Returns: whether there was room for it.
  public mutating func begin(_ candidate: Candidate) -> Bool {
    guard hasRoom else { return false }
    candidates.append(candidate)
    return true
  }

  /// The station answered ChangeConfiguration with this word.
  public mutating func answered(_ id: Int, _ word: Text) -> Step {
    guard let index = candidates.firstIndex(where: { $0.id == id }) else { return .none }
    if word == "Rejected" || word == "NotSupported" {
      candidates.remove(at: index)
      return .drop([id])
    }
    let answer: Answer =
      word == "Accepted" ? .accepted : word == "RebootRequired" ? .rebootRequired : .unknown
    if answer == candidates[index].answer { return .none }
    candidates[index].answer = answer
    return .note(id, answer)
  }

  /// The call with this key never left: the station cannot have it.
  public mutating func wasNotSent(_ id: Int) -> Step {
    guard let index = candidates.firstIndex(where: { $0.id == id }) else { return .none }
    candidates.remove(at: index)
    return .drop([id])
  }

  /// The station came in with this key: those before it are over, one that was sent later may still
  /// come into force. `known` are the candidates with which the key was compared.
  public mutating func used(_ key: Used, among known: [Int], now: DateTime) -> Step {
    switch key {
    case .candidate(let id):
      guard let index = candidates.firstIndex(where: { $0.id == id }) else { return .none }
      // A later one may still come into force: after a reboot, say.
      let others = candidates.indices.filter {
        $0 < index
          || ($0 > index && known.contains(candidates[$0].id) && candidates[$0].isRefuted(at: now))
      }.map { candidates[$0].id }
      candidates.removeAll { $0.id == id || others.contains($0.id) }
      return .promote(id, dropping: others)
    case .current:
      let over = candidates.filter { known.contains($0.id) && $0.isRefuted(at: now) }
        .map { $0.id }
      if over.isEmpty { return .none }
      candidates.removeAll { over.contains($0.id) }
      return .drop(over)
    }
  }

  /// An operator takes back what is in doubt, or sets the key by hand.
  public mutating func cancel() -> Step {
    let all = candidates.map { $0.id }
    candidates = []
    return all.isEmpty ? .none : .drop(all)
  }
}

extension KeyRotation.Candidate {
  /// Whether the old key, shown now, means that the station does not have this one.
  func isRefuted(at now: DateTime) -> Bool {
    let limit =
      answer == .accepted ? KeyRotation.settlingMilliseconds : KeyRotation.rebootMilliseconds
    return now.milliseconds - sentAt.milliseconds >= limit
  }
}
