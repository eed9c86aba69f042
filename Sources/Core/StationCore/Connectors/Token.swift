import OCPPJSON

/// An accepted id.
struct Token: Sendable {
  var idTag: Text
  /// Empty when there is none or it is not known.
  var parentIdTag = Text()
}
