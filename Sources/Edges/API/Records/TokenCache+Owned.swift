import CSMSCore
public import Gateway
public import Store

extension TokenCache {
  /// Takes a token over from the store, as it counts.
  public func set(_ owned: OwnedToken) {
    set(
      TokenRecord(
        idTag: owned.token.idTag, status: TokenStatus(word: owned.token.status) ?? .invalid,
        expiry: owned.token.expiry, parent: owned.token.parent,
        maximumTransactions: owned.token.maximumTransactions))
  }
}
