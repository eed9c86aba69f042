/// A blank value of a message part, to be put wherever one is read.
///
/// Putting it is a copy of its bytes, which is sound because a blank value owns nothing: its texts are
/// empty, its lists are the empty array, which is never freed, and all that is optional is absent. The
/// compiler does not know that, and copies, retains and destroys large structs member by member. Where
/// memory is scarce (machines with 32-bit words) there is no such value, and `init(blank:)` is called.
@frozen public struct Blank<Part: OCPPObject>: Sendable {
  #if _pointerBitWidth(_64)
    // One for each type, made when the type is first read, never written afterwards, never freed.
    @usableFromInline nonisolated(unsafe) let part: UnsafePointer<Part>
    /// The same value as an optional.
    @usableFromInline nonisolated(unsafe) let present: UnsafePointer<Part?>
  #endif

  @inlinable public init() {
    #if _pointerBitWidth(_64)
      part = Blank.kept(Part(blank: ()))
      present = Blank.kept(Part(blank: ()))
    #endif
  }

  #if _pointerBitWidth(_64)
    @inlinable static func kept<Value>(_ value: Value) -> UnsafePointer<Value> {
      let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
      place.initialize(to: value)
      return UnsafePointer(place)
    }
  #endif

  /// Puts a blank value where none is.
  @inlinable @inline(__always) public func put(at place: UnsafeMutablePointer<Part>) {
    #if _pointerBitWidth(_64)
      UnsafeMutableRawPointer(place).copyMemory(from: part, byteCount: MemoryLayout<Part>.size)
    #else
      place.initialize(to: Part(blank: ()))
    #endif
  }

  /// Puts a blank value where there may be one.
  @inlinable @inline(__always) public func put(in place: inout Part?) {
    #if _pointerBitWidth(_64)
      if place != nil { place = nil }
      withUnsafeMutablePointer(to: &place) {
        UnsafeMutableRawPointer($0).copyMemory(
          from: present, byteCount: MemoryLayout<Part?>.size)
      }
    #else
      place = Part(blank: ())
    #endif
  }
}
