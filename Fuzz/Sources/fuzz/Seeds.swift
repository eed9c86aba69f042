import Foundation
import OCPP16
import OCPP2
import OCPPJSON

/// Writes one seed a line of `fixtures` (`action TAB req|res TAB size TAB json`), and the names and
/// words of the messages as a dictionary.
func writeSeeds(target: String, fixtures: URL, folder: URL, dictionary: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let lines = try String(contentsOf: fixtures, encoding: .utf8).split(separator: "\n")
  var words: Set<Substring> = []
  for (index, line) in lines.enumerated() {
    let parts = line.split(separator: "\t")
    guard parts.count == 4, let number = action(target, parts[0]) else { continue }
    let isRequest = parts[1] == "req"
    var seed = Data()
    if target == "frames" {
      seed.append(contentsOf: isRequest ? "[2,\"id\",\"\(parts[0])\",".utf8 : "[3,\"id\",".utf8)
    } else {
      seed.append(contentsOf: [number, isRequest ? 0 : 1])
    }
    seed.append(contentsOf: parts[3].utf8)
    if target == "frames" { seed.append(0x5D) }
    try seed.write(to: folder.appending(path: "seed-\(index)"))
    words.formUnion(parts[3].split(separator: "\"").filter(isWord))
  }
  let entries = words.sorted().map { "\"\\\"\($0)\\\"\"\n" }
  try entries.joined().write(to: dictionary, atomically: true, encoding: .utf8)
}

private func action(_ target: String, _ name: Substring) -> UInt8? {
  switch target {
  case "v16": OCPP16.Action(word: Text(name))?.rawValue
  case "frames": 0
  default: OCPP2.Action(word: Text(name))?.rawValue
  }
}

private func isWord(_ text: Substring) -> Bool {
  text.count > 1 && text.count < 40 && text.utf8.allSatisfy { $0 > 0x2C && $0 < 0x7B }
}
