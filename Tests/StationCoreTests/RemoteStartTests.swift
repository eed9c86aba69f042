import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

/// Whose profile a charging profile is that came with a remote start.
@Suite struct RemoteStartTests {
  /// What becomes of the Authorize that the remote start of A asks with.
  enum Answer: CaseIterable, Sendable { case accepted, invalid, error, none, linkLost }

  /// What is known of B, who has a card.
  enum Card: CaseIterable, Sendable { case cached, accepted, refused }

  enum Move: CaseIterable, Sendable { case swipe, remoteStart, answer, plug }

  /// All orders in which the answer comes after the question.
  static let orders: [[Move]] = {
    var orders: [[Move]] = [[]]
    for _ in Move.allCases {
      orders = orders.flatMap { order in
        Move.allCases.filter { move in
          !order.contains(move) && (move != .answer || order.contains(.remoteStart))
        }.map { order + [$0] }
      }
    }
    return orders
  }()

  static func profile(_ id: Int = 7) -> String {
    Profiles.profile(id: id, purpose: "TxProfile", periods: [(0, "8")])
  }

  static func remoteStart(_ tag: String, _ id: Int = 7) -> String {
    "{\"idTag\":\"\(tag)\",\"connectorId\":1,\"chargingProfile\":\(profile(id))}"
  }

  static func held(_ bench: Bench) -> Int { bench.journal.keys.count { $0.kind == 16 } }

  @Test(
    "The profile of a remote start goes to its own transaction and to nobody else's, in whatever order things happen",
    .covers("CP16-54"), arguments: Answer.allCases, Card.allCases)
  func interleavings(answer: Answer, card: Card) {
    #expect(Self.orders.count == 12)
    for order in Self.orders {
      let bench = Self.bench(card)
      for move in order { Self.perform(move, bench, answer) }
      switch bench.station.view(1)?.transaction?.idTag.description {
      case "A":
        #expect(bench.offered[1] == 8_000, "\(order)")
        #expect(answer == .accepted, "\(order)")
      case "B":
        #expect(bench.offered[1] == 32_000, "\(order)")
        #expect(card != .refused, "\(order)")
      case let nobody: #expect(nobody == nil && !bench.contactor[1], "\(order)")
      }
      // Who was accepted and waits, waits for nothing that was not there.
      bench.handle(.localStopPressed(connector: 1))
      bench.unplug()
      bench.reply = { _ in .usual }
      bench.goOnline()
      #expect(Self.held(bench) == 0, "\(order)")
      bench.run(1_800_000)
      bench.charge("C")
      #expect(bench.offered[1] == 32_000, "\(order)")
    }
  }

  private static func bench(_ card: Card) -> Bench {
    let bench = Bench.accepted()
    bench.configure("AuthorizeRemoteTxRequests", "true")
    if card == .cached {
      bench.charge("B")
      bench.swipe("B")
      bench.unplug()
    } else if card == .refused {
      bench.server.verdicts["B"] = AuthorizationTests.blocked
    }
    bench.reply = {
      $0.action == "Authorize" && $0.string("idTag") == "A" ? .silence : .usual
    }
    return bench
  }

  private static func perform(_ move: Move, _ bench: Bench, _ answer: Answer) {
    switch move {
    case .swipe: bench.swipe("B")
    case .remoteStart: bench.call("RemoteStartTransaction", remoteStart("A"))
    case .plug: bench.plug()
    case .answer:
      guard let id = bench.calls("Authorize").last(where: { $0.string("idTag") == "A" })?.id else {
        return
      }
      switch answer {
      case .accepted: bench.receive("[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
      case .invalid: bench.receive("[3,\"\(id)\",\(AuthorizationTests.blocked)]")
      case .error: bench.receive("[4,\"\(id)\",\"InternalError\",\"\",{}]")
      case .none: bench.run(31_000)
      case .linkLost: bench.goOffline()
      }
    }
  }

  @Test("Whoever was started from afar may come with the card too, and has the same profile")
  func ownCard() {
    for isCached in [true, false] {
      let bench = Self.bench(isCached ? .cached : .accepted)
      if isCached {
        bench.reply = { _ in .usual }
        bench.charge("A")
        bench.swipe("A")
        bench.unplug()
        bench.configure("LocalPreAuthorize", "false")
        bench.reply = { $0.action == "Authorize" ? .silence : .usual }
      }
      #expect(
        bench.status("RemoteStartTransaction", Self.remoteStart("A")) == "Accepted")
      bench.plug()
      if isCached { bench.configure("LocalPreAuthorize", "true") }
      bench.swipe("a")
      let asked = bench.calls("Authorize").last!.id
      bench.receive("[3,\"\(asked)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
      #expect(bench.server.starts.last?.idTag.uppercased() == "A")
      #expect(bench.offered[1] == 8_000)
      bench.reply = { _ in .usual }
      bench.run(60_000)
      #expect(bench.offered[1] == 8_000)
    }
  }

  @Test("A second remote start with a profile waits for the first one's answer")
  func second() {
    let bench = Self.bench(.accepted)
    #expect(bench.status("RemoteStartTransaction", Self.remoteStart("A")) == "Accepted")
    #expect(bench.status("RemoteStartTransaction", Self.remoteStart("D")) == "Rejected")
    let asked = bench.calls("Authorize").last!.id
    bench.receive("[3,\"\(asked)\",\(AuthorizationTests.blocked)]")
    #expect(Self.held(bench) == 0)
    #expect(bench.status("RemoteStartTransaction", Self.remoteStart("D")) == "Accepted")
    bench.plug()
    #expect(bench.offered[1] == 8_000)
  }

  @Test("A start that the station itself cannot carry out leaves no profile behind")
  func dead() {
    for number in 0..<4 {
      let bench = Bench.accepted()
      if number != 2 { bench.plug() }
      if number == 0 { bench.meterWorks = false }
      #expect(bench.status("RemoteStartTransaction", Self.remoteStart("A")) == "Accepted")
      switch number {
      case 0: bench.run(10_000)
      case 1: bench.unplug()
      case 2:
        bench.handle(.faulted(connector: 1, .otherError, info: ""))
        bench.plug()
      default: bench.swipe("A")
      }
      bench.run(60_000)
      #expect(Self.held(bench) == 0, "\(number)")
    }
  }
}
