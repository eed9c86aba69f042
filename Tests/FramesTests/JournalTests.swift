import Foundation
import OCPPJSON
import OCPPRPC
import TestKit
import Testing

@testable import Frames

@Suite("The journal of frames")
struct JournalTests {
  /// A folder that goes with the test.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "frames-\(UUID())").path
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var files: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  private func note(
    _ milliseconds: Int64, action: UInt8? = 3, verdict: FrameNote.Verdict = .accepted
  ) -> FrameNote {
    FrameNote(
      time: DateTime(milliseconds: milliseconds), origin: .station, action: action,
      verdict: verdict, version: .v16)
  }

  private func add(
    _ recorder: FrameRecorder, _ note: FrameNote, _ frame: String, of station: Text = "CP1"
  ) {
    var frame = frame
    frame.withUTF8 { recorder.add(note, of: station, $0) }
  }

  private func search(_ journal: FrameJournal, _ query: FrameQuery = FrameQuery()) -> FramePage {
    let answer = Inbox<FramePage>()
    journal.search(query) { answer.post($0) }
    return answer.take() ?? FramePage()
  }

  @Test("What was written is there after the journal was opened again")
  func reopened() throws {
    let folder = Folder()
    var journal = try FrameJournal(folder: folder.path)
    let recorder = FrameRecorder(journal)
    for number in 1...3 { add(recorder, note(Int64(number)), "[2,\"\(number)\",\"X\",{}]") }
    recorder.handOver()
    journal.flush()

    journal = try FrameJournal(folder: folder.path)

    let page = search(journal)
    #expect(page.entries.map(\.glance.id) == ["3", "2", "1"])
    #expect(page.next == nil)
  }

  @Test("A torn end is passed over, whatever the byte at which it is torn")
  func torn() throws {
    let folder = Folder()
    let journal = try FrameJournal(folder: folder.path)
    let recorder = FrameRecorder(journal)
    for number in 1...2 {
      add(recorder, note(Int64(number)), "[2,\"\(number)\",\"X\",{}]")
      recorder.handOver()
    }
    journal.flush()
    let path = "\(folder.path)/\(try #require(folder.files.first))"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))

    for length in stride(from: whole.count - 1, to: whole.count / 2, by: -7) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let again = try FrameJournal(folder: folder.path)
      #expect(search(again).entries.map(\.glance.id) == ["1"], "\(length) bytes")
    }
  }

  @Test("Files that are too old go, and the newest one stays")
  func age() throws {
    let folder = Folder()
    let day: Int64 = 86_400_000
    for start in [0, 5, 8] as [Int64] {
      let journal = try FrameJournal(folder: folder.path, retention: FrameRetention(days: 30))
      let recorder = FrameRecorder(journal)
      add(recorder, note(start * day), "[2,\"\(start)\",\"X\",{}]")
      recorder.handOver()
      journal.flush()
    }
    #expect(folder.files.count == 3)

    let journal = try FrameJournal(folder: folder.path, retention: FrameRetention(days: 4))
    journal.tidy(nowMilliseconds: 10 * day)
    journal.flush()

    #expect(search(journal).entries.map(\.glance.id) == ["8"])
    #expect(folder.files.count == 1)
    #expect(journal.statistics.files == 1)
  }

  @Test("However much comes, the files stay within their size")
  func size() throws {
    let folder = Folder()
    let limit = 3 * FrameLimits.segmentBytes
    let journal = try FrameJournal(
      folder: folder.path, retention: FrameRetention(days: 1, bytes: limit))
    let recorder = FrameRecorder(journal)
    // Nothing in it comes again within what packing looks back to.
    var random = SeededGenerator(1)
    let fillers = (0..<7).map { _ in
      let letters = (0..<60_000).map { _ in UInt8.random(in: 0x5D...0x7A, using: &random) }
      return String(decoding: letters, as: UTF8.self)
    }
    for number in 1...1_600 {
      let filler = fillers[number % 7]
      add(recorder, note(Int64(number)), "[2,\"\(number)\",\"X\",{\"f\":\"\(filler)\"}]")
      if number.isMultiple(of: 100) { journal.flush() }
    }
    recorder.handOver()
    journal.flush()

    let sizes = try folder.files.map {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\($0)")[.size] as? Int ?? 0
    }
    #expect(sizes.reduce(0, +) <= limit)
    #expect(journal.statistics.bytes == sizes.reduce(0, +))
    #expect(journal.statistics.dropped == 0)
    #expect(search(journal).entries.first?.glance.id == "1600")
  }

  @Test("What the disk refuses is counted and told once, and the rest goes on")
  func refusedByDisk() throws {
    let folder = Folder()
    let told = Inbox<FrameJournalError>()
    let journal = try FrameJournal(folder: folder.path, onError: { told.post($0) })
    // A file cannot be made where a folder is missing.
    try FileManager.default.removeItem(atPath: folder.path)
    let recorder = FrameRecorder(journal)
    for number in 1...2 {
      add(recorder, note(1), "[2,\"\(number)\",\"X\",{}]")
      recorder.handOver()
    }
    journal.flush()

    #expect(journal.statistics.dropped == 2)
    #expect(told.count == 1)
    #expect(search(journal).entries.isEmpty)
  }

  @Test("A frame that is too long is cut, and its length is told")
  func cut() throws {
    let folder = Folder()
    let journal = try FrameJournal(folder: folder.path)
    let recorder = FrameRecorder(journal)
    let frame = "[2,\"1\",\"X\",{\"f\":\"\(String(repeating: "x", count: 100_000))\"}]"
    add(recorder, note(1), frame)
    recorder.handOver()

    let entry = try #require(search(journal).entries.first)
    #expect(entry.frame.count == FrameLimits.frameBytes)
    #expect(entry.fullLength == frame.utf8.count)
  }

  @Test("No place is too far to go on from")
  func extremePlaces() throws {
    let folder = Folder()
    let journal = try FrameJournal(folder: folder.path)
    let recorder = FrameRecorder(journal)
    add(recorder, note(1), "[2,\"1\",\"X\",{}]")
    recorder.handOver()
    for segment in [Int.min, -1, 0, 1, Int.max] {
      for other in [Int.min, 0, Int.max] {
        var query = FrameQuery()
        query.after = FramePosition(segment: segment, offset: other, index: other)
        let count = search(journal, query).entries.count
        #expect(count == 1 || segment < 2)
      }
    }
    // A file of that name is none of the journal's.
    #expect(FrameSegment.number(of: "frames-\(Int.max).log") == nil)
    #expect(FrameSegment.number(of: "frames--5.log") == nil)
    #expect(FrameSegment.number(of: "frames-00000005.log") == 5)
  }

  @Test("A station is found among many, although most blocks are passed over")
  func needle() throws {
    let folder = Folder()
    let journal = try FrameJournal(folder: folder.path)
    let recorder = FrameRecorder(journal)
    for number in 1...500 {
      let station = Text(number == 77 ? "NEEDLE" : "CP\(number)")
      add(recorder, note(Int64(number)), "[2,\"\(number)\",\"X\",{}]", of: station)
      if number.isMultiple(of: 10) { recorder.handOver() }
    }
    var query = FrameQuery()
    query.station = "NEEDLE"

    #expect(search(journal, query).entries.map(\.glance.id) == ["77"])
  }

  @Test("Secrets are starred out before they are written", arguments: secrets)
  func starredOut(frame: String, hidden: String) {
    var bytes = Array(frame.utf8)
    bytes.withUnsafeMutableBytes { _ = FrameSecrets.hide(in: $0) }

    #expect(String(decoding: bytes, as: UTF8.self) == hidden)
  }

  static let secrets: [(String, String)] = [
    (
      #"[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"0123"}]"#,
      #"[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"****"}]"#
    ),
    (
      #"[2,"1","ChangeConfiguration",{ "value" : "01\"3", "key" : "authorizationKEY" }]"#,
      #"[2,"1","ChangeConfiguration",{ "value" : "*****", "key" : "authorizationKEY" }]"#
    ),
    (
      #"[2,"1","ChangeConfiguration",{"key":"HeartbeatInterval","value":"300"}]"#,
      #"[2,"1","ChangeConfiguration",{"key":"HeartbeatInterval","value":"300"}]"#
    ),
    (
      #"[3,"1",{"configurationKey":[{"key":"A","readonly":true,"value":"b"},{"key":"WifiPassword","readonly":false,"value":"pw"}]}]"#,
      #"[3,"1",{"configurationKey":[{"key":"A","readonly":true,"value":"b"},{"key":"WifiPassword","readonly":false,"value":"**"}]}]"#
    ),
    (
      #"[2,"1","GetConfiguration",{"key":["AuthorizationKey"]}]"#,
      #"[2,"1","GetConfiguration",{"key":["AuthorizationKey"]}]"#
    ),
    (
      #"[2,"1","GetDiagnostics",{"location":"ftp://user:pa@ss@host/dir@x"}]"#,
      #"[2,"1","GetDiagnostics",{"location":"ftp://*******************@x"}]"#
    ),
    (
      #"[2,"1","DataTransfer",{"vendorId":"V","data":"{\"password\":\"x\"}"}]"#,
      #"[2,"1","DataTransfer",{"vendorId":"V","data":"********************"}]"#
    ),
    (
      #"[2,"1","X",{"certificate":"-----BEGIN EC PRIVATE KEY-----\nab"}]"#,
      #"[2,"1","X",{"certificate":"**********************************"}]"#
    ),
    (
      #"[2,"1","X",{"key":"Authorization\u004Bey","value":"v"}]"#,
      #"[2,"1","X",{"key":"Authorization\u004Bey","value":"*"}]"#
    ),
    (#"[2,"1","X",{"password":"v"#, #"[2,"1","X",{"password":"*"#),
    (
      #"[2,"1","X",{"value":"v","k\u0065y":"AuthorizationKey"}]"#,
      #"[2,"1","X",{"value":"*","k\u0065y":"****************"}]"#
    ),
    (#"[2,"1","X",{"pass\u0077ord":"v"}]"#, #"[2,"1","X",{"pass\u0077ord":"*"}]"#),
  ]

  @Test(
    "However the password of a URL is spelled, nothing of it is written down",
    arguments: [
      #"ftp://bob:HUSH@host/dir"#, #"FTP://bob:HUSH@host"#, #"ftp:\/\/bob:HUSH@host\/dir"#,
      #"ftp:/\/bob:HUSH@host"#, #"ftp:\u002f\u002Fbob:HUSH@host"#,
      #"ftp\u003a//bob:HUSH@host"#, #"ftp://bob:HUSH\u0040host"#,
      #"ftp\u003A\u002f\/bob:HUSH\u0040host"#, #"ftp://bob:HU/SH@host"#,
      #"ftp://bob:HU?SH@host/a?b"#, #"ftp://bob:HU@SH@host"#, #"ftp://bob:HU#SH@host"#,
      #"ftp://bob:HU\"SH@host"#, #"ftp://HUSH@host"#,
      #"see ftp://a/b and ftp://bob:HUSH@host"#,
      #"{\"location\":\"ftp:\\/\\/bob:HUSH@host\"}"#,
      #"{\"location\":\"ftp://bob:HUSH\\u0040host\"}"#,
    ])
  func urls(url: String) {
    for frame in [
      "[2,\"1\",\"GetDiagnostics\",{\"location\":\"\(url)\",\"retries\":1}]",
      "[2,\"1\",\"DataTransfer\",{\"vendorId\":\"V\",\"data\":\"\(url)\"}]",
      "[3,\"1\",{\"urls\":[\"a\",\"\(url)\"]}]",
    ] {
      let hidden = String(decoding: FrameSecrets.hidden(in: Array(frame.utf8)), as: UTF8.self)
      #expect(!hidden.contains("HU") && !hidden.contains("SH"), "\(hidden)")
      #expect(hidden.utf8.count == frame.utf8.count && hidden.contains("host"))
      #expect((try? JSONSerialization.jsonObject(with: Data(hidden.utf8))) != nil, "\(hidden)")
      // A frame may be cut off anywhere.
      let start = frame.utf8.count - frame[(frame.range(of: url)?.lowerBound)!...].utf8.count
      for length in start..<frame.utf8.count {
        let cut = FrameSecrets.hidden(in: Array(frame.utf8.prefix(length)))
        let text = String(decoding: cut, as: UTF8.self)
        #expect(!text.contains("HU") && !text.contains("SH"), "\(text)")
      }
    }
  }

  @Test("A URL without a user is written down as it is")
  func harmlessURL() {
    let frame = Array(#"[2,"1","GetDiagnostics",{"location":"https:\/\/host/a?b=c"}]"#.utf8)

    #expect(FrameSecrets.hidden(in: frame) == frame)
  }

  @Test("No frame makes the search for secrets leave its bytes or lose the frame's shape")
  func hostile() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array(#"{}[]",:\keyvaluepassword"#.utf8)
    for _ in 0..<2_000 {
      var bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let before = bytes
      bytes.withUnsafeMutableBytes { _ = FrameSecrets.hide(in: $0) }
      for (old, new) in zip(before, bytes) where old != new { #expect(new == UInt8(ascii: "*")) }
    }
  }
}
