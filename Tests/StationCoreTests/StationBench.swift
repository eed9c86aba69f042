import OCPPJSON
import StationCore

/// A virtual station, a clock that the test moves, and a central system that answers as told.
struct StationBench {
  static let start = DateTime(milliseconds: 1_767_323_045_678)

  var station: VirtualStation
  var now = StationBench.start
  /// Everything the station sent, in order, once per sending.
  private(set) var sent: [String] = []
  /// What a call with this action and id is answered with; nil for silence.
  var answer: (_ action: String, _ id: String) -> String?
  /// The largest number of calls that were outstanding at once.
  private(set) var mostOutstanding = 0
  private var outstanding: Set<String> = []

  init(_ plan: VisitPlan = .short, _ answer: @escaping (String, String) -> String? = accept) {
    station = VirtualStation(plan: plan, idPrefix: 0xCD)
    self.answer = answer
  }

  /// The answers of a central system that likes everything.
  static func accept(action: String, id: String) -> String? {
    switch action {
    case "BootNotification":
      "[3,\"\(id)\",{\"status\":\"Accepted\",\"currentTime\":\"2026-01-02T03:04:05Z\",\"interval\":300}]"
    case "Authorize": "[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]"
    case "StartTransaction":
      "[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":41}]"
    case "Heartbeat": "[3,\"\(id)\",{\"currentTime\":\"2026-01-02T03:04:05Z\"}]"
    default: "[3,\"\(id)\",{}]"
    }
  }

  /// Sends what is to be sent, and hands the answers back, until nothing happens any more.
  mutating func proceed() {
    var writer = JSONWriter()
    while station.nextFrame(writer: &writer) {
      let frame = writer.withBytes { String(decoding: $0, as: UTF8.self) }
      writer.reset()
      sent.append(frame)
      let parts = frame.split(separator: "\"")
      outstanding.insert(String(parts[1]))
      mostOutstanding = max(mostOutstanding, outstanding.count)
      if let answer = answer(String(parts[3]), String(parts[1])) { receive(answer) }
    }
  }

  mutating func connect() {
    outstanding = []
    station.connected()
    proceed()
  }

  mutating func disconnect() { station.disconnected() }

  /// Hands a frame to the station and returns what it answers at once.
  @discardableResult
  mutating func receive(_ frame: String) -> String {
    outstanding = []
    var writer = JSONWriter()
    let now = now
    Array(frame.utf8).withUnsafeBufferPointer {
      station.received($0, now: now, writer: &writer)
    }
    return writer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Moves the clock, stopping wherever the station wants to be woken.
  mutating func pass(seconds: Double) {
    let end = DateTime(milliseconds: now.milliseconds + Int64(seconds * 1000))
    while let wake = station.nextWake, wake <= end {
      now = max(now, wake)
      station.clockTicked(now: now)
      proceed()
    }
    now = end
    station.clockTicked(now: now)
    proceed()
  }

  /// The actions sent so far.
  var actions: [String] { sent.map { String($0.split(separator: "\"")[3]) } }

  /// Forgets what was sent.
  mutating func forget() { sent = [] }
}

extension VisitPlan {
  /// Half a minute at 3.6 kW: one Wh per second.
  static var short: VisitPlan {
    var plan = VisitPlan()
    plan.stationPower = 3_600
    plan.stay = 30_000
    return plan
  }
}
