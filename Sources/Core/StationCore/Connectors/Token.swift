import OCPPJSON

/// An accepted id.
struct Token: Sendable {
  var idTag: Text
  /// Empty when there is none or it is not known.
  var parentIdTag = Text()
  /// The remote start that it came with, by the station's own number, if that brought a charging
  /// profile: its transaction takes the profile, and its end ends it (CP16-54).
  var remoteStart: Int?
}
