/// What a server says of why it opens no WebSocket: the `detail` of a problem document (RFC 9457), else
/// the first line. Only of what came together with the head: nobody waits for more words of a refusal.
enum RefusalReason {
  /// Bytes of the body that are looked at.
  private static let maxBytes = 2_048
  /// Characters that are told.
  private static let maxCharacters = 200

  /// In one line, without anything that a terminal would obey.
  static func text(of body: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let text = String(decoding: body.prefix(maxBytes), as: UTF8.self)
    let told = detail(of: text) ?? firstLine(of: text)
    return String(told.prefix(maxCharacters))
  }

  private static func firstLine(of text: String) -> String {
    let line = text.drop { $0.isWhitespace }.prefix { !$0.isNewline }
    return String(line.unicodeScalars.filter(isPrintable).map(Character.init))
  }

  private static func detail(of text: String) -> String? {
    let name = "\"detail\":"
    guard text.first == "{" else { return nil }
    var rest = Substring(text)
    while !rest.isEmpty && !rest.hasPrefix(name) { rest.removeFirst() }
    let value = rest.dropFirst(name.count).drop { $0 == " " }
    guard value.first == "\"" else { return nil }
    var told = ""
    var isEscaped = false
    for scalar in value.dropFirst().unicodeScalars {
      if isEscaped {
        isEscaped = false
        // Line ends and other things with a letter become a gap.
        told.unicodeScalars.append(["\"", "\\", "/"].contains(scalar) ? scalar : " ")
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        return told
      } else if isPrintable(scalar) {
        told.unicodeScalars.append(scalar)
      }
    }
    return nil
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
