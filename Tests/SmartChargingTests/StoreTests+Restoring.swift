import SmartCharging
import Testing

extension StoreTests {
  @Test("A store comes back from a restart as it was, and without what does not fit it any more")
  func restoring() throws {
    var old = filled()
    try old.hold(profile(9, level: 8, .transaction), forRemoteStart: 1, connector: 2, at: at(5))

    let same = ProfileStore(limits: old.limits, restoring: old.installed)
    #expect(same.installed == old.installed)

    let fewer = ProfileStore(
      limits: StoreLimits(profiles: 3, connectors: 2), restoring: old.installed)
    #expect(fewer.installed.count == 3)
    let lower = ProfileStore(
      limits: StoreLimits(highestStackLevel: 0, connectors: 1), restoring: old.installed)
    #expect(lower.ids == [1, 4, 5])
  }

  @Test("What is not where its purpose belongs does not come back from a restart")
  func outOfPlace() {
    func entry(
      _ purpose: ProfilePurpose, _ connector: Int, _ binding: InstalledProfile.Binding
    ) -> InstalledProfile {
      InstalledProfile(
        profile: profile(1, purpose), connector: connector, binding: binding, receivedAt: at(0))
    }
    let wrong = [
      entry(.stationMaximum, 1, .none), entry(.externalConstraint, 1, .none),
      entry(.transaction, 1, .none), entry(.transaction, 0, .transaction(5)),
      entry(.transactionDefault, 1, .transaction(5)), entry(.stationMaximum, 0, .remoteStart(5)),
      entry(.transactionDefault, 3, .none), entry(.transactionDefault, -1, .none),
    ]
    let limits = StoreLimits(connectors: 2)
    #expect(ProfileStore(limits: limits, restoring: wrong).installed.isEmpty)
  }
}
