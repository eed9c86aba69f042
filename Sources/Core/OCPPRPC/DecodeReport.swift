public import OCPPJSON

extension DecodeError {
  /// A sentence for the peer: what is wrong and where, as a JSON path into the frame.
  ///
  /// - Parameters:
  ///   - frame: the text that was decoded.
  ///   - missing: the name of the missing member, when that is the fault.
  public func report(in frame: UnsafeBufferPointer<UInt8>, missing: Text? = nil) -> Text {
    var sentence = fault.phrase.bytes
    if let missing {
      sentence.append(0x20)
      sentence.append(contentsOf: missing.bytes)
    }
    sentence.append(contentsOf: Text(" at ").bytes)
    sentence.append(contentsOf: JSONPath.path(frame, to: Int(offset)).bytes)
    return Text(utf8: sentence)
  }
}
