public import CSMSCore
public import OCPPJSON
import Synchronization

/// All tokens on record, in memory: an authorization never waits for the disk. Filled from the store
/// when the server starts, kept in step with it by whoever changes tokens.
///
/// A token may belong to a company. At another company's stations it counts only where that company
/// accepts it; elsewhere it is as if it were not on record.
public final class TokenCache: TokenDirectory {
  private struct Entry {
    var record: TokenRecord
    var company: Text?
  }

  private struct State {
    var tokens: [Text: Entry] = [:]
    var roaming: [Text: AcceptedTokens] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// The token, whosever it is.
  public func record(of idTag: Text) -> TokenRecord? {
    let key = idTag.caseFolded
    return state.withLock { $0.tokens[key]?.record }
  }

  /// The company a token belongs to; nil for none, and for a token that is not there.
  public func company(of idTag: Text) -> Text? {
    let key = idTag.caseFolded
    return state.withLock { $0.tokens[key]?.company }
  }

  /// The token as it counts at the stations of a company, or with nil at those of none.
  public func record(of idTag: Text, atStationsOf company: Text?) -> TokenRecord? {
    let key = idTag.caseFolded
    return state.withLock { state in
      guard let entry = state.tokens[key] else { return nil }
      guard let company, let owner = entry.company, owner != company else { return entry.record }
      return state.roaming[company]?.include(owner) == true ? entry.record : nil
    }
  }

  public func set(_ record: TokenRecord, company: Text? = nil) {
    let key = record.idTag.caseFolded
    state.withLock { $0.tokens[key] = Entry(record: record, company: company) }
  }

  /// Whose tokens count at a company's stations beside its own and those of no company.
  public func setAccepted(_ accepted: AcceptedTokens?, atStationsOf company: Text) {
    state.withLock { $0.roaming[company] = accepted }
  }

  public func accepted(atStationsOf company: Text) -> AcceptedTokens {
    state.withLock { $0.roaming[company] } ?? .none
  }

  /// False when there was no such token.
  @discardableResult
  public func remove(_ idTag: Text) -> Bool {
    let key = idTag.caseFolded
    return state.withLock { $0.tokens.removeValue(forKey: key) != nil }
  }

  public var count: Int { state.withLock { $0.tokens.count } }
}

/// Whose tokens may charge at a company's stations, beside its own and those of no company.
public enum AcceptedTokens: Sendable, Equatable {
  case none
  case of([Text])
  /// Those of every company.
  case everybodys

  func include(_ company: Text) -> Bool {
    switch self {
    case .none: false
    case .of(let companies): companies.contains(company)
    case .everybodys: true
    }
  }
}

/// The tokens as they count at one station, whatever company it belongs to at the moment.
public final class StationTokens: TokenDirectory {
  private let tokens: TokenCache
  private let stations: StationDirectory
  private let station: Text

  public init(_ tokens: TokenCache, _ stations: StationDirectory, station: Text) {
    self.tokens = tokens
    self.stations = stations
    self.station = station
  }

  public func record(of idTag: Text) -> TokenRecord? {
    tokens.record(of: idTag, atStationsOf: stations.company(of: station))
  }
}
