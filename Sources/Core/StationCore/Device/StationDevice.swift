public import Journal
public import OCPPJSON

/// A charger's board as a station needs it: its hardware, and the WebSocket to the central system,
/// whoever makes it. Closing and opening may be answered at once or later, with the events `connected`,
/// `connectFailed` and `disconnected`.
public protocol StationBoard: Hardware {
  /// Open the WebSocket.
  func connect()
  /// Send a text message; when there is no open WebSocket, pass it over.
  func send(_ text: UnsafeBufferPointer<UInt8>)
  /// Close the WebSocket with this code of RFC 6455 §7.4.
  func close(_ code: UInt16)
  /// A text message came, which the station takes next: for boards that write a log.
  func hear(_ text: UnsafeBufferPointer<UInt8>)
}

extension StationBoard {
  public func hear(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// A station that runs on its own flash and board: firmware, a browser tab and the C interface are
/// drivers of it. It makes the records of each event durable before it performs what follows from it;
/// when the flash refuses, only what makes nobody less safe is performed.
///
/// Events and messages come in with the time, `poll` is called when `nextWake` says so. Used from one
/// thread; the board's functions are called from within, and may hand in further events.
public final class StationDevice<Board: StationBoard, Flash: FlashPort> {
  /// To look at; its events go through `handle`.
  public private(set) var station: ChargePoint
  public let board: Board
  public private(set) var journal: StationJournal<Flash>?
  /// Monotonic milliseconds of what happens now.
  public private(set) var now: Int64 = 0
  /// The board was told to restart: nothing more is taken.
  public private(set) var isRebooting = false
  /// Events that steps led to, in order; there are never more than steps of one event, and what a
  /// board hands in meanwhile.
  private var inbox: [Event] = []
  private var isBusy = false
  private var hasTidied = false

  /// Restores the station from its flash; `start` powers it on.
  ///
  /// - Parameters:
  ///   - flash: nil for a station that forgets.
  ///   - payload: the longest record in bytes; nil for the journal's own default.
  ///   - records: how many records may live; each takes twelve bytes of memory. Nil for the default.
  /// - Throws: what the journal says of the flash. A station must not run on with a journal it cannot
  ///   read: what it owes the central system is in there.
  public convenience init(
    setup: StationSetup, board: Board, flash: consuming Flash?, payload: Int? = nil,
    records: Int? = nil
  ) throws(JournalError) {
    self.init(setup, board)
    if let flash { try restore(flash, payload, records) }
  }

  /// In a function of its own, because it has a charge point on its stack.
  @inline(never) private init(_ setup: StationSetup, _ board: Board) {
    station = ChargePoint(setup: setup)
    self.board = board
  }

  @inline(never) private func restore(
    _ flash: consuming Flash, _ payload: Int?, _ records: Int?
  ) throws(JournalError) {
    journal = try StationJournal(port: flash, payload: payload, records: records)
    try journal?.restore(&station)
  }

  /// Sets a configuration value that holds until the central system sets another; before `start`.
  ///
  /// - Returns: false when the key or the value is not one.
  public func preset(_ key: Text, _ value: Text) -> Bool {
    station.preset(key, value)
  }

  /// To which security profile the central system may go (security whitepaper A05).
  public func allowSecurityProfiles(upTo highest: Int32) {
    station.highestSecurityProfile = highest
  }

  /// Powers the station on.
  public func start(now: Int64) { handle(.poweredOn, now: now) }

  /// Takes an event. From within a board's function: after what is under way.
  public func handle(_ event: Event, now: Int64) {
    // It goes on: the station tries again, and then works as before.
    if case .resetFailed = event { isRebooting = false }
    if isBusy { return inbox.append(event) }
    self.now = max(self.now, now)
    station.handle(event, now: self.now)
    drain()
  }

  /// Takes a text message of the central system. Not from within a board's function.
  public func received(_ text: UnsafeBufferPointer<UInt8>, now: Int64) {
    precondition(!isBusy, "messages are handed in from the loop, not from a step")
    if isRebooting { return }
    self.now = max(self.now, now)
    board.hear(text)
    station.frameReceived(text, now: self.now)
    drain()
  }

  /// Does what is due by now. When nothing is, the journal cleans ahead of need, once between events.
  public func poll(now: Int64) {
    if let wake = station.nextWake, wake <= now {
      handle(.clockTicked, now: now)
    } else if !hasTidied && !isBusy {
      hasTidied = true
      journal?.tidy()
    }
  }

  /// When `poll` is due at the latest, in monotonic milliseconds; nil when only the outside can bring
  /// news.
  public var nextWake: Int64? { isRebooting ? nil : station.nextWake }

  /// Makes durable, performs, and goes on until nothing follows from anything.
  private func drain() {
    isBusy = true
    hasTidied = false
    performOutput()
    while !inbox.isEmpty && !isRebooting {
      station.handle(inbox.removeFirst(), now: now)
      performOutput()
    }
    isBusy = false
  }

  private func performOutput() {
    if station.output.isEmpty { return }
    let isDurable = journal?.commit(station.output) ?? true
    journal?.tellRoom(&station)
    var index = 0
    while index < station.output.steps.count {
      let step = station.output.steps[index]
      if isDurable || step.isSafe { perform(step) }
      index += 1
    }
    if isDurable {
      station.performed()
    } else {
      station.handle(.persistFailed, now: now)
    }
  }

  private func perform(_ step: Step) {
    switch step {
    case .connect: board.connect()
    case .closeSocket(let code): board.close(code)
    case .send(let range): station.output.withFrame(range) { board.send($0) }
    case .reboot(let type):
      isRebooting = true
      board.reboot(type)
    default: if let event = board.take(step) { inbox.append(event) }
    }
  }
}
