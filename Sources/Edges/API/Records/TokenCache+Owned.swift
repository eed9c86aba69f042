import CSMSCore
public import Gateway
import OCPPJSON
public import Store

extension TokenCache {
  /// Takes a token over from the store, as it counts.
  public func set(_ owned: OwnedToken) {
    set(
      TokenRecord(
        idTag: owned.token.idTag, status: TokenStatus(word: owned.token.status) ?? .invalid,
        expiry: owned.token.expiry, parent: owned.token.parent,
        maximumTransactions: owned.token.maximumTransactions), company: owned.company)
  }
}

extension AcceptedTokens {
  /// As a company's record has it: a list of companies, among which "*" is every one; nil for none.
  init?(json text: Text?) {
    guard let text, case .list(let values)? = try? JSONValue(parsing: text.bytes) else {
      return nil
    }
    let companies = values.compactMap { value in
      if case .text(let company) = value { company } else { nil }
    }
    self = companies.contains("*") ? .everybodys : .of(companies)
  }
}
