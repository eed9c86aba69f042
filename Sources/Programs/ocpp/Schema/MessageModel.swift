/// What a version's messages hold, read from the model's text (Model/README.md has the grammar).
struct MessageModel {
  /// How many items an array may have; no `most` means as many as a message holds.
  struct Bounds {
    var least: Int
    var most: Int?
  }

  /// What differs about a member when its type stands in one particular message.
  struct Difference {
    var message: String
    var bounds: Bounds?
    var excludedWord: String?
  }

  struct Member {
    var name: String
    var kind: String
    var isOptional: Bool
    var maxLength: Int?
    var minimum: Int?
    var maximum: Int?
    var step: String?
    var array: Bounds?
    var difference: Difference?
    /// What holds when the member is absent, as the model writes it.
    var defaultValue: String?
  }

  enum Sender: String {
    case station = "cp"
    case centralSystem = "cs"
    case both

    var phrase: String {
      switch self {
      case .station: "station to central system"
      case .centralSystem: "central system to station"
      case .both: "both ways"
      }
    }
  }

  struct Message {
    var name: String
    var sender: Sender
    /// The feature profile, or the letter and name of the functional block.
    var profile: String
    /// Whether this is a SEND, which has no response.
    var isSend = false
    var request: [Member] = []
    var response: [Member] = []
  }

  var version = ""
  var enums: [String: [String]] = [:]
  var types: [String: [Member]] = [:]
  /// In the order of the model: by feature profile or functional block.
  var messages: [Message] = []

  /// Whether every object may carry `customData`: since 2.0.
  var hasCustomData: Bool { version.hasPrefix("2") }

  func message(_ name: String) -> Message? { messages.first { $0.name == name } }
}
