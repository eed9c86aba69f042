import CBoard
import OCPPJSON
import StationCore

/// What a person and a vehicle do, told in lines of a file: `plug 1`, `unplug 1`, `ready 1`,
/// `notready 1`, `tag 1 TEXT`, `stop 1`, `link 0` (the network is back), `figures 0`, `off 0`.
struct Commands {
  private var line: [UInt8] = []

  init() { line.reserveCapacity(48) }

  mutating func poll(
    _ take: (_ word: UInt8, _ second: UInt8, _ connector: Int, _ rest: Text) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { room in
      let count = Int(board_command_read(room.baseAddress, 32))
      for index in 0..<count {
        if room[index] != 0x0A {
          if line.count < 48 { line.append(room[index]) }
          continue
        }
        if let space = line.firstIndex(of: 0x20), space > 1, space + 1 < line.count {
          let connector = Int(line[space + 1]) - 0x30
          let rest = space + 3 < line.count ? Text(utf8: [UInt8](line[(space + 3)...])) : Text()
          take(line[0], line[1], connector, rest)
        }
        line.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The event of a command; nil for one that is none.
  static func event(_ first: UInt8, _ second: UInt8, _ connector: Int, _ rest: Text) -> Event? {
    switch (first, second) {
    case (0x70, _): .cableInserted(connector: connector)
    case (0x75, 0x6E) where rest.isEmpty: .cableRemoved(connector: connector)
    case (0x72, _): .evReady(connector: connector)
    case (0x6E, _): .evNotReady(connector: connector)
    case (0x74, _): .tokenPresented(idTag: rest, connector: connector)
    case (0x6C, _): .networkAvailable
    case (0x73, _): .localStopPressed(connector: connector)
    default: nil
    }
  }
}
