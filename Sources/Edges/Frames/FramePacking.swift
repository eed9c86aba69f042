/// Blocks of frames, packed: an LZ4 block, whose format anybody can read, of about an eighth of the
/// length. Stations say nearly the same again and again, so matches are long, and packing costs less than
/// the kernel takes to carry what it saves.
///
/// The format: sequences of a token (4 bits: how many literals; 4 bits: how much longer than 4 the match
/// is; 15 goes on in further bytes), literals, distance (2 bytes, little-endian). The last has literals only.
enum FramePacking {
  /// Words of this many bytes are looked for. Shorter matches are passed over: they cost more time than
  /// they save room.
  private static let wordBytes = 8
  private static let tableBits: UInt64 = 13
  /// The format's: no match begins in the last 12 bytes, and the last 5 are literals.
  private static let tailBytes = 12
  private static let lastLiterals = 5
  private static let longestDistance = 65_535
  /// A match's length stands in its token less this.
  private static let shortestMatch = 4

  /// The most that `pack` may write for so many bytes.
  static func room(for count: Int) -> Int { count + count / 255 + 16 }

  /// Packs into `room`, which has `room(for:)` bytes; returns how many it used.
  static func pack(_ source: UnsafeRawBufferPointer, to room: UnsafeMutableRawPointer) -> Int {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << Int(tableBits)) { table in
      table.initialize(repeating: 0)
      var packer = Packer(source, room, table.baseAddress.unsafelyUnwrapped)
      packer.run()
      return packer.written
    }
  }

  private struct Packer {
    private let source: UnsafeRawPointer
    private let end: Int
    private let room: UnsafeMutableRawPointer
    /// Where a word was seen last, by its hash.
    private let table: UnsafeMutablePointer<UInt32>
    private(set) var written = 0

    init(
      _ source: UnsafeRawBufferPointer, _ room: UnsafeMutableRawPointer,
      _ table: UnsafeMutablePointer<UInt32>
    ) {
      self.source = source.baseAddress ?? UnsafeRawPointer(room)
      end = source.count
      self.room = room
      self.table = table
    }

    @inline(__always) private func word(_ place: Int) -> UInt64 {
      source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    /// Notes where this word is, and says where it, or one like it, was before.
    @inline(__always) private func exchange(_ word: UInt64, _ place: Int) -> Int {
      let slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> (64 - tableBits))
      let old = Int(table[slot])
      table[slot] = UInt32(truncatingIfNeeded: place)
      return old
    }

    mutating func run() {
      let limit = end - tailBytes
      var place = 1
      var literals = 0
      // The longer nothing is found, the larger the steps.
      var misses = 1 << 6
      while place < limit {
        let here = word(place)
        let old = exchange(here, place)
        guard here == word(old), place &- old <= longestDistance else {
          place &+= misses &>> 6
          misses &+= 1
          continue
        }
        var start = place
        var match = old
        while start > literals, match > 0, byte(start &- 1) == byte(match &- 1) {
          start &-= 1
          match &-= 1
        }
        let length = place &- start &+ wordBytes &+ common(place &+ wordBytes, old &+ wordBytes)
        put(literals..<start, distance: start &- match, length)
        place = start &+ length
        literals = place
        misses = 1 << 6
        if place < limit { _ = exchange(word(place &- 2), place &- 2) }
      }
      putLast(literals..<end)
    }

    @inline(__always) private func byte(_ place: Int) -> UInt8 {
      source.load(fromByteOffset: place, as: UInt8.self)
    }

    /// How many bytes at these places agree, the last literals left out.
    @inline(__always) private func common(_ one: Int, _ other: Int) -> Int {
      let limit = end &- lastLiterals
      var count = 0
      while one &+ count &+ 8 <= limit {
        let difference = word(one &+ count) ^ word(other &+ count)
        if difference != 0 { return count &+ difference.littleEndian.trailingZeroBitCount / 8 }
        count &+= 8
      }
      while one &+ count < limit, byte(one &+ count) == byte(other &+ count) { count &+= 1 }
      return count
    }

    @inline(__always) private mutating func put(byte: UInt8) {
      room.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      written &+= 1
    }

    /// What did not fit in the four bits of a token.
    @inline(__always) private mutating func put(rest: Int) {
      var rest = rest
      while rest >= 255 {
        put(byte: 255)
        rest &-= 255
      }
      put(byte: UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always) private mutating func put(literals: Range<Int>, _ low: Int) {
      put(byte: UInt8(truncatingIfNeeded: min(literals.count, 15) << 4 | low))
      if literals.count >= 15 { put(rest: literals.count &- 15) }
      (room + written).copyMemory(
        from: source + literals.lowerBound, byteCount: literals.count)
      written &+= literals.count
    }

    @inline(__always) private mutating func put(
      _ literals: Range<Int>, distance: Int, _ length: Int
    ) {
      let longer = length &- shortestMatch
      put(literals: literals, min(longer, 15))
      put(byte: UInt8(truncatingIfNeeded: distance))
      put(byte: UInt8(truncatingIfNeeded: distance &>> 8))
      if longer >= 15 { put(rest: longer &- 15) }
    }

    private mutating func putLast(_ literals: Range<Int>) { put(literals: literals, 0) }
  }
}
