// Reads lines `version TAB action TAB req|res TAB json` and prints for each `ok TAB json` with what
// the codec writes again, or `violation TAB fault TAB offset TAB path`. Driven by differential.py.

import OCPP16
import OCPPJSON

/// Decodes one payload and encodes it again.
struct Check: RequestVisitor {
  var payload: [UInt8]
  var isRequest: Bool

  func visit<Request: OCPPRequest>(_ type: Request.Type) -> String {
    isRequest ? verdict(Request.self) : verdict(Request.Response.self)
  }

  private func verdict<Message: OCPPObject>(_: Message.Type) -> String {
    do throws(DecodeError) {
      return "ok\t" + String(decoding: try Message.decode(payload).encoded(), as: UTF8.self)
    } catch {
      let path = payload.withUnsafeBufferPointer { JSONPath.path($0, to: Int(error.offset)) }
      return "\(error.violation)\t\(error.fault)\t\(error.offset)\t\(path)"
    }
  }
}

while let line = readLine() {
  let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
  guard parts.count == 4, parts[0] == "1.6", let action = Action(word: Text(parts[1])) else {
    print("not understood")
    continue
  }
  var check = Check(payload: [UInt8](parts[3].utf8), isRequest: parts[2] == "req")
  print(action.visit(&check))
}
