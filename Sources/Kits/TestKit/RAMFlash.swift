public import Journal

/// A small, fast, seeded source of chance (SplitMix64).
public struct Chance: RandomNumberGenerator {
  var state: UInt64

  public init(_ seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// Flash in memory that keeps the rules of NOR flash, counts, and can lose its power.
public final class RAMFlash: FlashPort {
  public let geometry: FlashGeometry
  public let bytes: UnsafeMutableRawBufferPointer
  /// Units programmed and sectors erased so far.
  public var operations = 0
  public var programmedBytes = 0
  public var readBytes = 0
  public var erases: [Int]
  /// The operation that is cut short; all after it fail.
  public var cutAt = Int.max
  public var chance = Chance(1)
  /// Given, at every operation, what the flash would hold if the power went in the middle of it.
  public var watch: ((RAMFlash) -> Void)?
  /// Rules that were broken.
  public var violations = 0
  /// A read at such an address fails.
  public var unreadable: Range<Int>?

  public init(_ geometry: FlashGeometry) {
    self.geometry = geometry
    bytes = .allocate(byteCount: geometry.size, alignment: 8)
    erases = Array(repeating: 0, count: geometry.sectorCount)
    bytes.initializeMemory(as: UInt8.self, repeating: 0xFF)
  }

  deinit { bytes.deallocate() }

  /// The same contents, under power, cut at that operation, counted from now.
  public func copy(cutAt: Int = .max, seed: UInt64 = 1) -> RAMFlash {
    let copy = RAMFlash(geometry)
    copy.bytes.copyMemory(from: UnsafeRawBufferPointer(bytes))
    copy.cutAt = cutAt
    copy.chance = Chance(seed)
    return copy
  }

  public func restorePower() { cutAt = .max }

  private var isOff: Bool { operations > cutAt }

  public func read(at address: Int, into target: UnsafeMutableRawBufferPointer) throws(FlashError) {
    guard !isOff else { throw FlashError(.failed, at: address) }
    guard address >= 0, address + target.count <= bytes.count else {
      violations += 1
      throw FlashError(.outOfBounds, at: address)
    }
    if let unreadable, unreadable.contains(address) { throw FlashError(.failed, at: address) }
    readBytes += target.count
    target.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[address..<address + target.count]))
  }

  public func program(at address: Int, _ source: UnsafeRawBufferPointer) throws(FlashError) {
    let unit = geometry.programUnit
    guard address % unit == 0, source.count % unit == 0, address >= 0,
      address + source.count <= bytes.count
    else {
      violations += 1
      throw FlashError(.misaligned, at: address)
    }
    for offset in stride(from: 0, to: source.count, by: unit) {
      let part = UnsafeRawBufferPointer(rebasing: source[offset..<offset + unit])
      for index in part.indices where ~bytes[address + offset + index] & part[index] != 0 {
        violations += 1
        throw FlashError(.bitsNotErased, at: address + offset + index)
      }
      try perform(address + offset) { flash, isCut in flash.set(address + offset, part, isCut) }
      programmedBytes += unit
    }
  }

  public func erase(sector: Int) throws(FlashError) {
    let start = sector * geometry.sectorSize
    guard sector >= 0, sector < geometry.sectorCount else {
      violations += 1
      throw FlashError(.outOfBounds, at: start)
    }
    try perform(start) { flash, isCut in flash.clear(start, isCut) }
    erases[sector] += 1
  }

  private func set(_ address: Int, _ part: UnsafeRawBufferPointer, _ isCut: Bool) {
    let isTimid = chance.below(4) == 0
    for index in part.indices {
      var spared = isCut ? UInt8(truncatingIfNeeded: chance.next()) : 0
      if isTimid { spared |= isCut ? UInt8(truncatingIfNeeded: chance.next()) : 0 }
      bytes[address + index] = part[index] | (bytes[address + index] & spared)
    }
  }

  private func clear(_ start: Int, _ isCut: Bool) {
    let style = isCut ? chance.below(4) : 4
    for index in start..<start + geometry.sectorSize {
      let random = isCut ? UInt8(truncatingIfNeeded: chance.next()) : 0
      switch style {
      case 0: bytes[index] = random
      case 1: bytes[index] |= random
      case 2: bytes[index] &= random
      case 3: if random < 4 { bytes[index] = ~random }
      default: bytes[index] = 0xFF
      }
    }
  }

  private func perform(
    _ address: Int, _ operation: (RAMFlash, _ isCut: Bool) -> Void
  ) throws(FlashError) {
    guard operations <= cutAt else { throw FlashError(.failed, at: address) }
    if let watch {
      for _ in 0..<2 {
        let torn = copy(seed: chance.next())
        operation(torn, true)
        watch(torn)
      }
    }
    let isCut = operations == cutAt
    operation(self, isCut)
    operations += 1
    if isCut { throw FlashError(.failed, at: address) }
  }
}
