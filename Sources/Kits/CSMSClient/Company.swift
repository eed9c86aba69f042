public import Foundation

/// Somebody who runs charging stations.
public struct Company: Codable, Sendable, Identifiable {
  public var id: String
  public var name: String
  public var enabled: Bool?
  public var homePhoto: String?
  public var brandColour: String?
  public var brandLogo: String?
  public var brandFavicon: String?
  public var tariffId: String?
  /// Companies whose tokens may charge at its stations beside its own; "*" is every company.
  public var acceptsTokensOf: [String]?
  public var createdAt: Date
  public var updatedAt: Date?

  /// What is said of a new one, or changed; nil leaves it.
  public struct Draft: Encodable, Sendable {
    public var id: String?
    public var name: String?
    public var enabled: Bool?
    public var homePhoto: String?
    public var brandColour: String?
    public var brandLogo: String?
    public var brandFavicon: String?
    public var tariffId: String?
    public var acceptsTokensOf: [String]?

    public init(id: String? = nil, name: String? = nil) {
      self.id = id
      self.name = name
    }
  }
}
