public import OCPPJSON

extension DecodeError {
  /// A sentence for the peer: what is wrong and where, as a JSON path into the frame.
  ///
  /// - Parameters:
  ///   - frame: the text that was decoded.
  ///   - missing: the name of the missing member, when that is the fault.
  public func report(in frame: UnsafeBufferPointer<UInt8>, missing: Text? = nil) -> Text {
    var sentence: [UInt8] = []
    append(fault.phrase, to: &sentence)
    if let missing {
      append(" ", to: &sentence)
      sentence.append(contentsOf: missing.bytes)
    }
    append(" at ", to: &sentence)
    sentence.append(contentsOf: JSONPath.path(frame, to: Int(offset)).bytes)
    return Text(utf8: sentence)
  }

  private func append(_ constant: StaticString, to sentence: inout [UInt8]) {
    sentence.append(
      contentsOf: UnsafeBufferPointer(
        start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }
}
