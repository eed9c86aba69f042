extension FramePacking {
  /// The `count` bytes that were packed; nil when these bytes do not unpack to so many.
  static func unpack(_ packed: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, written in
      var unpacker = Unpacker(packed, UnsafeMutableRawBufferPointer(room))
      isWhole = unpacker.run()
      written = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// Trusts nothing that it reads: a disk may have changed it.
  private struct Unpacker {
    private let packed: UnsafeRawBufferPointer
    private let room: UnsafeMutableRawBufferPointer
    private var place = 0
    private var written = 0

    init(_ packed: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer) {
      self.packed = packed
      self.room = room
    }

    /// Whether exactly the room was filled.
    mutating func run() -> Bool {
      while let token = next() {
        guard let literals = length(Int(token >> 4)), copy(literals: literals) else { return false }
        if place == packed.count { return written == room.count }
        guard let low = next(), let high = next(), let longer = length(Int(token & 15)) else {
          return false
        }
        let distance = Int(low) | Int(high) << 8
        guard repeated(from: distance, longer + 4) else { return false }
      }
      return false
    }

    private mutating func next() -> UInt8? {
      guard place < packed.count else { return nil }
      place += 1
      return packed[place - 1]
    }

    /// A length whose four bits are these; nil when it is more than there is room for.
    private mutating func length(_ bits: Int) -> Int? {
      guard bits == 15 else { return bits }
      var length = 15
      while let more = next() {
        length += Int(more)
        if length > room.count { return nil }
        if more < 255 { return length }
      }
      return nil
    }

    private mutating func copy(literals count: Int) -> Bool {
      guard count <= packed.count - place, count <= room.count - written else { return false }
      UnsafeMutableRawBufferPointer(rebasing: room[written..<written + count])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: packed[place..<place + count]))
      place += count
      written += count
      return true
    }

    /// What was written `distance` bytes ago, which may be less than `count`: then it repeats.
    private mutating func repeated(from distance: Int, _ count: Int) -> Bool {
      guard distance > 0, distance <= written, count <= room.count - written else { return false }
      if distance >= count {
        let from = written - distance
        UnsafeMutableRawBufferPointer(rebasing: room[written..<written + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: room[from..<from + count]))
      } else {
        for index in written..<written + count { room[index] = room[index - distance] }
      }
      written += count
      return true
    }
  }
}
