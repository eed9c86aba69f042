/// What stations and the central system say to each other, as a text:
///
///     CP1 > [2,"1","Heartbeat",{}]
///     CP1 < [3,"1",{"currentTime":"2026-01-02T03:04:05.678Z"}]
///     CP1 reconnects
///     + 1000
///     # The clock has moved on by a second.
///
/// A station connects when it is first mentioned. Answers must be these, byte by byte, in this order
/// per station, and nothing else may be said.
public struct Conversation: Sendable {
  private enum Step: Sendable {
    case says(String, String)
    case hears(String, String)
    case reconnects(String)
    case passes(Int64)
  }

  private var steps: [(line: Int, step: Step)] = []

  public init(_ text: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      let step: Step
      switch (words.first, words.dropFirst().first) {
      case (nil, _): continue
      case ("#", _): continue
      case ("+", let milliseconds?): step = .passes(Int64(milliseconds) ?? 0)
      case (let station?, ">") where words.count == 3: step = .says(station, words[2])
      case (let station?, "<") where words.count == 3: step = .hears(station, words[2])
      case (let station?, "reconnects"): step = .reconnects(station)
      default: preconditionFailure("Line \(number + 1) of the conversation is no step: \(line)")
      }
      steps.append((number + 1, step))
    }
  }

  /// Holds the conversation; returns what went otherwise.
  public func run(in system: any CentralSystem) throws -> [String] {
    var peers: [String: any StationPeer] = [:]
    var faults: [String] = []
    func peer(_ station: String) throws -> any StationPeer {
      if let peer = peers[station] { return peer }
      let peer = try system.connect(station)
      peers[station] = peer
      return peer
    }
    for (line, step) in steps {
      switch step {
      case .says(let station, let frame): try peer(station).send(frame)
      case .hears(let station, let frame):
        let heard = try peer(station).receive() ?? "nothing"
        if heard != frame { faults.append("line \(line): \(heard)") }
      case .reconnects(let station): peers[station] = try system.connect(station)
      case .passes(let milliseconds): system.clock.advance(milliseconds: milliseconds)
      }
    }
    for (station, peer) in peers.sorted(by: { $0.key < $1.key }) {
      // A call that is held like any other: what was still to come would come before its answer.
      peer.send(#"[2,"the end","FirmwareStatusNotification",{"status":"Idle"}]"#)
      let heard = peer.receive() ?? "nothing"
      if heard != #"[3,"the end",{}]"# { faults.append("\(station) at the end: \(heard)") }
    }
    return faults
  }
}
