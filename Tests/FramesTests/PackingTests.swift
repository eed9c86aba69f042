import Foundation
import OCPPJSON
import OCPPRPC
import TestKit
import Testing

@testable import Frames

@Suite("Packed blocks of frames")
struct PackingTests {
  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: FramePacking.room(for: bytes.count)) { room, count in
        count = FramePacking.pack(source, to: UnsafeMutableRawPointer(room.baseAddress!))
      }
    }
  }

  private func unpacked(_ bytes: [UInt8], _ count: Int) -> [UInt8]? {
    bytes.withUnsafeBytes { FramePacking.unpack($0, count: count) }
  }

  /// What a station says in an hour, more or less.
  private static func talk(_ reports: Int) -> [UInt8] {
    var text = ""
    for number in 0..<reports {
      text += #"[2,"\#(number)","MeterValues",{"connectorId":1,"transactionId":\#(number % 7),"#
      text += #""meterValue":[{"timestamp":"2026-11-21T11:\#(number % 60):05Z","sampledValue":"#
      text += #"[{"value":"\#(number * 37)","measurand":"Energy.Active.Import.Register"}]}]}]"#
    }
    return Array(text.utf8)
  }

  @Test("What was packed unpacks to the same bytes, whatever they are", arguments: 0..<200 as Range)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed)
    // Runs of letters, of pieces that were there before, and of anything, up to a few blocks long.
    var bytes: [UInt8] = []
    let most = [0, 3, 20, 300, 70_000, 200_000][Int(seed % 6)]
    let length = Int.random(in: 0...most, using: &random)
    while bytes.count < length {
      let run = Int.random(in: 1...400, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes += [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: run)
      case 1 where bytes.count > run:
        let from = Int.random(in: 0..<(bytes.count - run), using: &random)
        bytes += bytes[from..<from + run]
      default: bytes += (0..<run).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
    }

    let packed = packed(bytes)

    #expect(packed.count <= FramePacking.room(for: bytes.count))
    #expect(unpacked(packed, bytes.count) == bytes)
    #expect(unpacked(packed, bytes.count + 1) == nil)
    if !bytes.isEmpty { #expect(unpacked(packed, bytes.count - 1) == nil) }
  }

  @Test("What stations say takes less than a fifth of its room")
  func ratio() {
    let talk = PackingTests.talk(600)
    #expect(packed(talk).count < talk.count / 5)
  }

  @Test("No damaged byte makes unpacking read or write elsewhere", arguments: 0..<100 as Range)
  func damaged(seed: UInt64) {
    var random = SeededGenerator(seed)
    let talk = PackingTests.talk(20)
    let whole = packed(talk)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = .random(in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0...8, using: &random))
      let found = unpacked(bytes, talk.count)
      #expect(found == nil || found?.count == talk.count)
    }
  }

  @Test("It is the LZ4 block format: what others packed is read")
  func format() {
    // 'a', a match of 15 + 4 + 3 bytes one byte back, then five literals; by hand, from the format.
    let bytes: [UInt8] = [0x1F, 0x61, 0x01, 0x00, 0x03, 0x50, 0x62, 0x63, 0x64, 0x65, 0x66]
    #expect(unpacked(bytes, 28) == Array((String(repeating: "a", count: 23) + "bcdef").utf8))
    #expect(unpacked([0x00], 0) == [])
    #expect(unpacked([], 0) == nil)
  }

  @Test("Frames that cannot be packed stand as they are, beside others, and all are found")
  func mixed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "frames-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let journal = try FrameJournal(folder: folder)
    let recorder = FrameRecorder(journal)
    var random = SeededGenerator(1)
    var sent: [[UInt8]] = []
    for number in 0..<40 {
      let noise = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
      let frame = number.isMultiple(of: 2) ? noise : Array("[2,\"\(number)\",\"X\",{}]".utf8)
      let note = FrameNote(
        time: DateTime(milliseconds: Int64(number)), origin: .station, action: 3, verdict: .open,
        version: .v16)
      frame.withUnsafeBufferPointer { recorder.add(note, of: "CP1", $0) }
      sent.append(frame)
      recorder.handOver()
    }
    journal.flush()
    let answer = Inbox<FramePage>()
    // Read by one who opens the files anew.
    try FrameJournal(folder: folder).search(FrameQuery()) { answer.post($0) }

    let page = answer.take()
    let times: [Int64] = (0..<40).reversed()
    #expect(page?.entries.map(\.note.time.milliseconds) == times)
    let short = page?.entries.filter { $0.frame.count < 100 } ?? []
    #expect(Set(short.map(\.frame)) == Set(sent.filter { $0.count < 100 }))
  }

  @Test("Blocks of before, which were not packed, are read")
  func older() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "frames-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let batch = FrameBatch()
    let note = FrameNote(
      time: DateTime(milliseconds: 5), origin: .station, action: 3, verdict: .open, version: .v16)
    for number in 0..<9 {
      let frame = Array("[2,\"\(number)\",\"X\",{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaa\"}]".utf8)
      Array("CP1".utf8).withUnsafeBufferPointer { station in
        frame.withUnsafeBufferPointer { batch.add(note, station, $0) }
      }
    }
    let block = FrameBlock(of: batch.content)
    let file = Data(block.bytes) + Data(batch.content)
    try file.write(to: URL(fileURLWithPath: FrameSegment.path(folder, 1)))

    let answer = Inbox<FramePage>()
    try FrameJournal(folder: folder).search(FrameQuery()) { answer.post($0) }
    let ids: [Text] = ["8", "7", "6", "5", "4", "3", "2", "1", "0"]
    #expect(answer.take()?.entries.map(\.glance.id) == ids)
  }
}

/// SplitMix64: the same bytes for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
