import Journal

/// A list in memory of its own, in pieces of a few elements: what it takes follows what it holds, nothing
/// is copied when it grows, and elements are looked at and changed where they are. For lists that are short
/// most of the time and may become long, such as what is owed while the network is away.
struct PieceTable<Element: ~Copyable>: ~Copyable {
  private var pieces: PieceStore
  var count: Int { pieces.count }
  var isEmpty: Bool { pieces.count == 0 }
  var indices: Range<Int> { 0..<pieces.count }

  /// For usually no more than `limit` elements.
  init(limit: Int) {
    pieces = PieceStore(stride: MemoryLayout<Element>.stride, piece: max(4, limit / 16))
  }

  deinit { for index in indices { typed(pieces.place(index)).deinitialize(count: 1) } }

  /// - Precondition: there is an element at that index.
  subscript(index: Int) -> Element {
    unsafeAddress { address(index) }
    unsafeMutableAddress { typed(pieces.place(index)) }
  }

  /// Where an element is, until the list changes.
  ///
  /// - Precondition: there is an element at that index.
  func address(_ index: Int) -> UnsafePointer<Element> {
    UnsafePointer(typed(pieces.place(index)))
  }

  mutating func append(_ element: consuming Element) { insert(element, at: count) }

  mutating func insert(_ element: consuming Element, at index: Int) {
    typed(pieces.open(index)).initialize(to: element)
  }

  mutating func remove(at index: Int) {
    typed(pieces.place(index)).deinitialize(count: 1)
    pieces.close(index)
  }

  private func typed(_ place: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Element> {
    place.assumingMemoryBound(to: Element.self)
  }
}
