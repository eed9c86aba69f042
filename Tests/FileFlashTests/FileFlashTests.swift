import Foundation
import Journal
import StationHost
import TestKit
import Testing

private let geometry = FlashGeometry(sectorSize: 4_096, sectorCount: 8, programUnit: 4)

/// A folder that goes away with the test.
private final class Folder {
  let path = NSTemporaryDirectory() + "flash-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var file: String { path + "/journal" }
}

/// Appends, and notes what was acknowledged, until a thread of its own kills the process: it hears of
/// each acknowledgement through a pipe and strikes after so many, wherever the writing is by then.
private func writeUntilKilled(_ file: String, _ acknowledgements: Int) throws {
  var journal = try Journal<FileFlash>.open(file: file)
  let notes = open(file + ".acknowledged", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
  let reading = UnsafeMutablePointer<(end: Int32, count: Int)>.allocate(capacity: 1)
  reading.initialize(to: (ends[0], acknowledgements))
  var executioner = pthread_t()
  pthread_create(
    &executioner, nil,
    { reading in
      let (end, count) = reading!.load(as: (end: Int32, count: Int).self)
      var byte: UInt8 = 0
      for _ in 0..<count where read(end, &byte, 1) != 1 { abort() }
      kill(getpid(), SIGKILL)
      return nil
    }, reading)
  func acknowledge(_ number: UInt32) {
    var number = number
    _ = write(notes, &number, 4)
    _ = write(ends[1], &number, 1)
  }
  while true {
    let key = journal.nextKey
    let number = try journal.append(
      kind: 1, key: key, priority: .normal,
      [UInt8](repeating: UInt8(truncatingIfNeeded: key), count: 100).span.bytes,
      orDrop: { _ in nil })
    acknowledge(number)
    if journal.records.count > 50 {
      var batch = JournalBatch()
      batch.remove(journal.records[0].sequence)
      batch.append(
        kind: 1, key: key, priority: .normal,
        [UInt8](repeating: UInt8(truncatingIfNeeded: key), count: 100).span.bytes)
      acknowledge(try journal.commit(batch) + 1)
      try journal.remove(journal.records[0].sequence)
    }
  }
}

extension Journal where Port == FileFlash {
  fileprivate var nextKey: UInt32 { (records.last?.sequence ?? 0) &+ 1 }
}

extension Journal where Port == FileFlash {
  fileprivate static func open(
    file: String, _ durability: FileFlash.Durability = .everyCommit
  ) throws -> Journal {
    try open(
      FileFlash(path: file, geometry: geometry, durability: durability),
      limits: JournalLimits(for: geometry))
  }
}

@Suite struct FileFlashTests {
  private let folder: Folder
  init() throws { folder = try Folder() }

  private func program(_ flash: FileFlash, _ address: Int, _ bytes: [UInt8]) throws(FlashError) {
    try bytes.span.bytes.withUnsafeBytes { raw throws(FlashError) in
      try flash.program(at: address, raw)
    }
  }

  @Test("A new file reads erased, and what was programmed is there when it is opened again")
  func keeps() throws {
    let flash = try FileFlash(path: folder.file, geometry: geometry)
    try program(flash, 8, [1, 2, 3, 4])
    try flash.sync()
    _ = consume flash
    let again = try FileFlash(path: folder.file, geometry: geometry)
    #expect(try contents(again, 4, 12) == [255, 255, 255, 255, 1, 2, 3, 4, 255, 255, 255, 255])
    try again.erase(sector: 0)
    #expect(try contents(again, 4, 12) == Array(repeating: 255, count: 12))
    #expect(throws: FlashError(.outOfBounds, at: 32_760)) { try contents(again, 32_760, 12) }
  }

  private func contents(_ flash: FileFlash, _ address: Int, _ count: Int) throws -> [UInt8] {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 4)
    defer { bytes.deallocate() }
    try flash.read(at: address, into: bytes)
    return Array(bytes)
  }

  @Test("Setting a bit without an erase is refused, as flash would not do it")
  func norRules() throws {
    let flash = try FileFlash(path: folder.file, geometry: geometry)
    try program(flash, 0, [0xF0, 0, 0, 0])
    try program(flash, 0, [0x10, 0, 0, 0])
    #expect(throws: FlashError(.bitsNotErased, at: 0)) { try program(flash, 0, [0x30, 0, 0, 0]) }
    #expect(throws: FlashError(.misaligned, at: 2)) { try program(flash, 2, [0, 0, 0, 0]) }
    #expect(throws: FlashError(.misaligned, at: 0)) { try program(flash, 0, [0, 0, 0]) }
    #expect(throws: FlashError(.outOfBounds, at: 32_768)) {
      try program(flash, 32_768, [0, 0, 0, 0])
    }
    #expect(throws: FlashError(.outOfBounds, at: 32_768)) { try flash.erase(sector: 8) }
    #expect(throws: FlashError(.outOfBounds, at: -4)) { try program(flash, -4, [0, 0, 0, 0]) }
  }

  @Test("A file of another size, in use, or where none can be, is an error that says so")
  func errors() throws {
    let flash = try FileFlash(path: folder.file, geometry: geometry)
    func code(_ path: String, _ geometry: FlashGeometry) -> FileFlashError.Code? {
      do throws(FileFlashError) {
        _ = try FileFlash(path: path, geometry: geometry)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(folder.file, geometry) == .inUse)
    #expect(code(folder.path + "/no/such/place", geometry) == .notOpened)
    #expect(code(folder.path, geometry) == .notOpened)
    _ = consume flash
    let other = FlashGeometry(sectorSize: 4_096, sectorCount: 9, programUnit: 4)
    #expect(code(folder.file, other) == .otherSize)
    #expect(code(folder.file, geometry) == nil)
  }

  @Test("A journal in a file is there after the process is gone, commit by commit")
  func copies() throws {
    var journal = try Journal<FileFlash>.open(file: folder.file)
    for number in 0..<300 {
      let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 100)
      try journal.append(kind: 1, priority: .normal, payload.span.bytes)
      if journal.records.count > 20 { try journal.remove(journal.records[0].sequence) }
      guard number % 20 == 0 else { continue }
      // What a process that is killed now leaves behind.
      let copy = folder.path + "/copy"
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: folder.file, toPath: copy)
      let found = try Journal<FileFlash>.open(file: copy)
      #expect(Array(found.records) == Array(journal.records))
      #expect(found.opening == JournalOpening())
    }
  }

  @Test(
    "A process killed while it writes leaves a journal with everything it acknowledged",
    .covers("CP16-51"), arguments: [1, 9, 60, 170])
  func killed(acknowledgements: Int) async throws {
    let file = folder.file
    for _ in 0..<3 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [file = file as String, acknowledgements] in
        try writeUntilKilled(file, acknowledgements)
      }
      let acknowledged = try Data(contentsOf: URL(fileURLWithPath: file + ".acknowledged"))
      let last = acknowledged.withUnsafeBytes {
        $0.count < 4 ? 0 : $0.loadUnaligned(fromByteOffset: ($0.count & ~3) - 4, as: UInt32.self)
      }
      let journal = try Journal<FileFlash>.open(file: file)
      #expect((journal.records.last?.sequence ?? 0) >= last)
      #expect(journal.opening.damagedPlaces + journal.opening.damagedSectors == 0)
      var payload: [UInt8] = []
      for record in journal.records {
        try journal.read(record.sequence, into: &payload)
        #expect(payload == Array(repeating: UInt8(truncatingIfNeeded: record.key), count: 100))
      }
    }
  }

  @Test("Commits between two flushes are whole or absent, and all there after a flush")
  func batched() throws {
    var journal = try Journal<FileFlash>.open(file: folder.file, .whenFlushed)
    for _ in 0..<100 {
      try journal.append(kind: 1, priority: .normal, [UInt8](repeating: 1, count: 30).span.bytes)
    }
    try journal.port.flush()
    let flash = journal.close()
    #expect(flash.path == folder.file)
    let again = try Journal<FileFlash>.open(flash, limits: JournalLimits(for: geometry))
    #expect(again.records.count == 100)
  }
}
