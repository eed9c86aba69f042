import CBoard
import Journal
import OCPPJSON
import StationCore
import WebSocketStream

@main struct Main {
  @inline(never) static func setup() -> StationSetup {
    var setup = StationSetup()
    setup.connectors = 2
    setup.identity.model = "qemu-virt"
    setup.queueLimit = 16
    setup.stopSampleLimit = 8
    setup.cacheLimit = 8
    setup.listLimit = 16
    setup.listPerCall = 8
    setup.profileLimit = 4
    setup.periodLimit = 12
    setup.frameLimit = 1_536
    setup.eventRoom = 8
    setup.seed = UInt64(board_random()) << 32 | UInt64(board_random())
    return setup
  }

  static func main() {
    board_uart_start()
    let board = VirtBoard(connectors: 2, identity: "CHIP-1")
    run(device(board), board)
  }

  /// In a function of its own: what it takes of the stack is given back before the station runs.
  @inline(never) static func device(
    _ board: VirtBoard
  ) -> StationDevice<VirtBoard, BoardFlash> {
    do throws(JournalError) {
      let setup = setup()
      return try StationDevice(
        setup: setup, board: board, flash: BoardFlash(), payload: 1_024,
        records: setup.recordCount)
    } catch {
      log("the journal cannot be read, error ", Int(error.code.rawValue))
      board_off()
    }
  }

  static func run(_ device: StationDevice<VirtBoard, BoardFlash>, _ board: VirtBoard) -> Never {
    var commands = Commands()
    var nextLook: Int64 = 0
    var idleTurns = 0
    device.start(now: board.now)
    while true {
      let idleFrom = board_instructions()
      let now = board.now
      if board.wantsStream {
        board.wantsStream = false
        device.streamOpened(now: now)
      }
      let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { room in
        let count = Int(board_uart_read(room.baseAddress, 64))
        if count > 0 {
          device.streamRead(UnsafeBufferPointer(rebasing: room[..<count]), now: now)
        }
        return count
      }
      device.pollStream(now: now)
      if count == 0 && idleTurns < 2 && device.station.isRegistered && device.station.isSettled {
        // In the first the journal cleans ahead of need.
        idleTurns += 1
        if idleTurns < 2 { continue }
        log("idle loop ", Int(board_instructions() - idleFrom))
        log("registered after ms ", Int(now))
      }
      if now >= nextLook {
        nextLook = now + 5
        board.advance()
        commands.poll { first, second, connector, rest in
          if first == 0x66 { return figures(device) }
          if first == 0x6F { board_off() }
          if let event = Commands.event(first, second, connector, rest) {
            device.handle(event, now: now)
          }
        }
      }
    }
  }

  static func figures(_ device: StationDevice<VirtBoard, BoardFlash>) {
    log("is registered ", device.station.isRegistered ? 1 : 0)
    log("owed messages ", device.station.owedMessages)
    log("heap peak ", Int(board_heap_peak()))
    log("heap used ", Int(board_heap_used()))
    log("stack peak ", Int(board_stack_peak()))
    log("flash operations ", Int(board_flash_operations()))
  }
}
