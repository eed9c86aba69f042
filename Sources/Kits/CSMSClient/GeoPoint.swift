/// A place, in degrees.
public struct GeoPoint: Codable, Sendable, Equatable {
  public var lat: Double
  public var lon: Double

  public init(lat: Double, lon: Double) {
    self.lat = lat
    self.lon = lon
  }
}
