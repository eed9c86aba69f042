internal import CLZ4

/// Blocks of frames, packed: an LZ4 block, of about an eighth of the length. Stations say nearly the same
/// again and again, so matches are long, and packing costs less than the kernel takes to carry what it
/// saves.
enum FramePacking {
  /// The most that `pack` may write for so many bytes, which are at most `LZ4_MAX_INPUT_SIZE`.
  static func room(for count: Int) -> Int { Int(LZ4_compressBound(Int32(count))) }

  /// Packs into `room`, which has `room(for:)` bytes; returns how many it used.
  static func pack(_ source: UnsafeRawBufferPointer, to room: UnsafeMutableRawPointer) -> Int {
    let bytes = source.baseAddress ?? UnsafeRawPointer(room)
    let written = LZ4_compress_default(
      bytes.assumingMemoryBound(to: CChar.self), room.assumingMemoryBound(to: CChar.self),
      Int32(source.count), LZ4_compressBound(Int32(source.count)))
    precondition(written > 0, "LZ4 fails only when there is no room, and there was.")
    return Int(written)
  }

  /// The `count` bytes that were packed; nil when these bytes do not unpack to so many. Trusts nothing
  /// that it reads: a disk may have changed it.
  static func unpack(_ packed: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
    guard let source = packed.baseAddress, let length = Int32(exactly: packed.count),
      let wanted = Int32(exactly: count), wanted >= 0
    else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { room, written in
      let found = room.withMemoryRebound(to: CChar.self) {
        LZ4_decompress_safe(
          source.assumingMemoryBound(to: CChar.self), $0.baseAddress, length, wanted)
      }
      isWhole = found == wanted
      written = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }
}
