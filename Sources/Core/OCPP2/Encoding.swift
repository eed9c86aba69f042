public import OCPPJSON

/// Why a value cannot be sent.
public struct EncodeError: Error, Sendable, Equatable {
  public var fault: Fault
  /// Where, as a JSON path into the object: `$.idToken.type`.
  public var path: Text
}

extension OCPPMessagePart {
  /// The object as JSON text that `edition` accepts.
  ///
  /// The text is read back under the edition's rules before it is given out, so that nobody sends
  /// what a schema refuses: a text too long, a number out of range, a word of 2.1 to a peer that
  /// speaks 2.0.1. `write` alone checks nothing.
  ///
  /// - Parameters:
  ///   - edition: what the peer speaks.
  ///   - omittingNewerMembers: leaves out what only 2.1 has when `edition` is 2.0.1, instead of
  ///     refusing to send it.
  public func encoded(
    for edition: Edition, omittingNewerMembers: Bool = false
  ) throws(EncodeError) -> [UInt8] {
    var writer = JSONWriter()
    writer.omitsNewerMembers = omittingNewerMembers && edition == .v201
    try writer.checked(self, for: edition)
    return writer.withBytes { [UInt8]($0) }
  }
}

extension JSONWriter {
  /// Writes the object and reads it back under the rules of `edition`. When those refuse it, what
  /// was written is taken back and the reason thrown.
  public mutating func checked<Part: OCPPMessagePart>(
    _ value: borrowing Part, for edition: Edition
  ) throws(EncodeError) {
    let start = count
    value.write(&self)
    let refused: EncodeError? = withBytes { whole in
      let text = UnsafeBufferPointer(rebasing: whole[start...])
      var reader = JSONReader(text, edition: edition)
      var again = Part.makeBlank()
      again.read(&reader)
      reader.finish()
      if !reader.failed { return nil }
      let error = reader.error
      return EncodeError(
        fault: error.fault, path: JSONPath.path(text, to: Int(error.offset)))
    }
    if let refused {
      truncate(to: start)
      throw refused
    }
  }
}
