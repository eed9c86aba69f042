/// Which profiles to clear: by id alone, else those that fit every other field that is there; with no
/// field at all, every one.
public struct ProfileFilter: Sendable, Equatable {
  public var id: Int?
  public var connector: Int?
  public var purpose: ProfilePurpose?
  public var stackLevel: Int?

  public init(
    id: Int? = nil, connector: Int? = nil, purpose: ProfilePurpose? = nil, stackLevel: Int? = nil
  ) {
    self.id = id
    self.connector = connector
    self.purpose = purpose
    self.stackLevel = stackLevel
  }

  func matches(_ entry: InstalledProfile) -> Bool {
    if let id { return entry.profile.id == id }
    if let connector, entry.connector != connector || entry.waitsForAnyConnector { return false }
    if let purpose, entry.profile.purpose != purpose { return false }
    if let stackLevel, entry.profile.stackLevel != stackLevel { return false }
    return true
  }
}
