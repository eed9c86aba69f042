import Access
import Gateway
import OCPPJSON

/// Which company a station belongs to, in memory: asked for every request. Filled from the store when
/// the server starts, kept in step with it by whoever changes stations.
final class Ownership: Sendable {
  private let directory: StationDirectory

  init(_ directory: StationDirectory) { self.directory = directory }

  /// Nil for a station of no company, or none at all.
  func company(ofStation identity: some StringProtocol) -> Text? {
    company(of: Text(String(identity)))
  }

  func company(of station: Text) -> Text? { directory.company(of: station) }

  func set(_ station: Text, _ company: Text?, since: DateTime) {
    directory.setOwner(company.map { StationOwner($0, since: since) }, of: station)
  }

  func forget(_ station: Text) { directory.setOwner(nil, of: station) }

  /// Whether somebody sees what a station said then: who is bound to a company, only what it said
  /// since it belongs to that company.
  func sees(_ principal: Principal, _ station: Text, at time: DateTime) -> Bool {
    if principal.company == nil { return true }
    guard let owner = directory.owner(of: station), principal.sees(owner.company) else {
      return false
    }
    return owner.since <= time
  }

  /// From when on somebody sees what a station said; nil: from the beginning. The station is one of those
  /// that he sees.
  func since(_ principal: Principal, _ station: Text) -> DateTime? {
    principal.company == nil ? nil : directory.owner(of: station)?.since
  }
}
