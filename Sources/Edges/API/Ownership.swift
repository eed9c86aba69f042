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

  func set(_ station: Text, _ company: Text?) { directory.setCompany(company, of: station) }
}
