import OCPP16
import OCPPJSON
import Testing

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Decodes the payload at the start of `rest` and encodes it again.
struct Echo: RequestVisitor {
  var rest: UnsafeBufferPointer<UInt8>

  func visit<Request: OCPPRequest>(_: Request.Type) -> Bool {
    // Any bytes may meet any type: the response's too.
    understands(Request.self) && understands(Request.Response.self)
  }

  private func understands<Message: OCPPObject>(_: Message.Type) -> Bool {
    var reader = JSONReader(rest)
    var message = Message(blank: ())
    message.read(&reader)
    if reader.failed {
      _ = JSONPath.path(rest, to: Int(reader.error.offset))
      return true
    }
    return (try? Message.decode(message.encoded())) != nil
  }
}

@Suite("Mutated frames")
struct MutationTests {
  static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "-", "0", "1e9",
      "1e-400",
      ".", "99999999999999999999", "  ", "{}", "[]", "\"\"", "[[[[[[[[", "{\"a\":",
    ].map { [UInt8]($0.utf8) } + [[0x80], [0xFF], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0]]

  /// One to four changes: a byte, a piece put in, a part cut out or doubled, the end cut off.
  private func mutate(_ frame: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0...Int.random(in: 0...3, using: &random) where !frame.isEmpty {
      let place = Int.random(in: 0..<frame.count, using: &random)
      let end = min(frame.count, place + Int.random(in: 1...24, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: frame[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: frame[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: frame.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
      case 3: frame.removeSubrange(place..<end)
      case 4: frame.insert(contentsOf: frame[place..<end], at: place)
      default: frame.removeSubrange(place...)
      }
    }
  }

  /// Reads a frame as a central system would; false when what was understood is not understood
  /// again after it was written.
  private func survives(_ frame: [UInt8]) -> Bool {
    frame.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var count = 0
      _ = reader.element(&count, 4, 4)
      _ = reader.int()
      _ = reader.element(&count, 4, 4)
      _ = reader.text(36)
      _ = reader.element(&count, 4, 4)
      let action: Action = reader.word()
      _ = reader.element(&count, 4, 4)
      if reader.failed {
        _ = JSONPath.path(buffer, to: Int(reader.error.offset))
        return true
      }
      var echo = Echo(rest: UnsafeBufferPointer(rebasing: buffer[reader.offset...]))
      return action.visit(&echo)
    }
  }

  @Test(
    "No mutation of a frame makes the reader trap, and what it accepts it accepts again",
    arguments: 1...40 as ClosedRange<UInt64>)
  func neverTraps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      guard var frame = Fixtures.frames.randomElement(using: &random) else { return }
      mutate(&frame, &random)
      if !survives(frame) { Issue.record("\(String(decoding: frame, as: UTF8.self))") }
    }
  }
}
