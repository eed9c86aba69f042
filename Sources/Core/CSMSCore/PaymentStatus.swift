public import OCPPJSON

/// Where the payment of a session is. What the session does moves it by itself: it is authorized when
/// the transaction begins, completed when that ends, failed when it never began.
public enum PaymentStatus: UInt8, Sendable, CaseIterable {
  /// The app has a payment; nothing flows yet. Leaves for authorized or failed.
  case pending
  /// Energy flows on it. Leaves for completed, or failed when nothing can be collected.
  case authorized
  /// The session is over and paid. Leaves for refunded.
  case completed
  /// Nothing is collected. Final.
  case failed
  /// It was given back. Final.
  case refunded

  public var word: Text {
    switch self {
    case .pending: "pending"
    case .authorized: "authorized"
    case .completed: "completed"
    case .failed: "failed"
    case .refunded: "refunded"
    }
  }

  public init?(word: Text) {
    guard let status = PaymentStatus.allCases.first(where: { $0.word == word }) else { return nil }
    self = status
  }

  /// Whether it may become the other; staying what it is is always allowed.
  public func canBecome(_ next: PaymentStatus) -> Bool {
    if self == next { return true }
    switch self {
    case .pending: return next == .authorized || next == .failed
    case .authorized: return next == .completed || next == .failed
    case .completed: return next == .refunded
    case .failed, .refunded: return false
    }
  }
}
