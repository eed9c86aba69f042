/// Memory for elements of one size, whatever they are, in pieces of a few: what it takes follows what it
/// holds, and nothing is copied when it grows.
@usableFromInline package struct PieceStore: ~Copyable {
  @usableFromInline package var pieces: [UnsafeMutableRawPointer] = []
  private let stride: Int
  /// Elements of one piece.
  private let piece: Int
  package private(set) var count = 0

  package init(stride: Int, piece: Int) {
    self.stride = stride
    self.piece = piece
  }

  @inlinable deinit { for piece in pieces { piece.deallocate() } }

  /// - Precondition: there is an element at that index.
  @inline(never) package func place(_ index: Int) -> UnsafeMutableRawPointer {
    precondition(index >= 0 && index < count, "There is no element at that index.")
    return memory(index)
  }

  @inline(never) private func memory(_ index: Int) -> UnsafeMutableRawPointer {
    pieces[index / piece] + index % piece * stride
  }

  /// Every element, bit by bit, in memory of its own.
  func copied() -> PieceStore {
    var copy = PieceStore(stride: stride, piece: piece)
    for index in 0..<count { copy.open(index).copyMemory(from: memory(index), byteCount: stride) }
    return copy
  }

  /// Fills the gap at an index with the element beside it, and so on, until the gap is at another.
  private func shift(_ gap: Int, to end: Int) {
    var gap = gap
    let step = end < gap ? -1 : 1
    while gap != end {
      memory(gap).copyMemory(from: memory(gap + step), byteCount: stride)
      gap += step
    }
  }

  /// Makes room for one more element, which is to be initialized there.
  @inline(never) package mutating func open(_ index: Int) -> UnsafeMutableRawPointer {
    precondition(index >= 0 && index <= count, "There is no element to stand behind.")
    if count == pieces.count * piece {
      pieces.append(.allocate(byteCount: piece * stride, alignment: 8))
    }
    count += 1
    shift(count - 1, to: index)
    return memory(index)
  }

  /// Closes the gap that a deinitialized element left. One empty piece is kept, so that a list whose
  /// length goes up and down by one takes no memory each time.
  @inline(never) package mutating func close(_ index: Int) {
    shift(index, to: count - 1)
    count -= 1
    if pieces.count > 1 && count < (pieces.count - 1) * piece { pieces.removeLast().deallocate() }
  }
}
