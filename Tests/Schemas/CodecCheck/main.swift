// Reads lines `version TAB action TAB req|res TAB json` and prints for each `ok TAB json` with what
// the codec writes again, or `violation TAB fault TAB offset TAB path`. Version is 1.6, 2.0.1, 2.1, or
// `2.1>2.0.1` for what was read as 2.1 and is written for 2.0.1. Driven by differential.py.

import OCPP16
import OCPP2
import OCPPJSON

func answer(_ version: Substring, _ action: Substring, _ isRequest: Bool, _ payload: [UInt8])
  -> String?
{
  if version == "1.6" {
    var check = Check16(payload: payload, isRequest: isRequest)
    return OCPP16.Action(word: Text(action))?.visit(&check)
  }
  var check = Check2(
    payload: payload, isRequest: isRequest, edition: version == "2.0.1" ? .v201 : .v21,
    encodesForOlder: version == "2.1>2.0.1")
  return OCPP2.Action(word: Text(action))?.visit(&check)
}

while let line = readLine() {
  let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
  if parts.count == 4,
    let answer = answer(parts[0], parts[1], parts[2] == "req", [UInt8](parts[3].utf8))
  {
    print(answer)
  } else {
    print("not understood")
  }
}
