import CSMSCore
import OCPPJSON
import OCPPRPC
import Testing

@Suite struct LocalListStepTests {
  private func step(
    _ stationVersion: Int, kept: LocalListStep.Kept? = nil, count: Int = 100, revision: Int = 9,
    changed: Int = 3, most: Int? = nil, part: Int = 50
  ) -> LocalListStep {
    LocalListStep(
      stationVersion: stationVersion, kept: kept,
      tokens: .init(count: count, revision: revision, changed: changed), mostEntries: most,
      partLength: part)
  }

  @Test("A station without a list gets all of it, each part with a version of its own")
  func first() {
    #expect(step(0) == .full(version: 2))
    #expect(step(0, count: 101) == .full(version: 3))
    #expect(step(0, count: 0) == .full(version: 1))
  }

  @Test("A station that has what it acknowledged gets what changed since, or nothing")
  func follows() {
    let kept = LocalListStep.Kept(version: 5, revision: 9)
    #expect(step(5, kept: kept) == .inStep)
    #expect(step(5, kept: kept, revision: 12) == .differential(since: 9, version: 6))
    #expect(step(5, kept: kept, revision: 80, changed: 60) == .differential(since: 9, version: 7))
  }

  @Test("A station that lost its list, or has another one, gets all of it under a new version")
  func lost() {
    let kept = LocalListStep.Kept(version: 5, revision: 9)
    #expect(step(0, kept: kept) == .full(version: 7))
    #expect(step(8, kept: kept) == .full(version: 10))
    #expect(step(3, kept: kept) == .full(version: 7))
  }

  @Test("More changes than tokens, or more than are remembered, lead to all of it")
  func manyChanges() {
    let kept = LocalListStep.Kept(version: 5, revision: 1)
    #expect(step(5, kept: kept, changed: 101) == .full(version: 7))
    #expect(step(5, kept: kept, changed: .max) == .full(version: 7))
  }

  @Test(
    "A station that says a version at the end of all numbers gets all of it, from the first one on")
  func lastVersion() {
    for last in [Int(Int32.max), .max - 1, .max] {
      #expect(step(last) == .full(version: 2))
      let kept = LocalListStep.Kept(version: last, revision: 1)
      #expect(step(last, kept: kept) == .differential(since: 1, version: 1))
    }
  }

  @Test("A station that has no list, or too short a one, gets nothing")
  func refuses() {
    #expect(step(-1) == .unsupported)
    #expect(step(0, most: 99) == .tooLong(most: 99))
    #expect(step(0, most: 100) == .full(version: 2))
  }
}

@Suite struct SettingStateTests {
  private func state(
    wanted: Text? = "60", result: Text? = nil, value: Text? = nil, isReadOnly: Bool = false,
    isListed: Bool = true, isRead: Bool = true
  ) -> SettingState {
    SettingState(
      wanted: wanted, result: result,
      entry: isListed ? ConfigurationEntry(key: "K", isReadOnly: isReadOnly, value: value) : nil,
      isRead: isRead)
  }

  @Test("A setting is in step when it is what it shall be, booleans whatever their case")
  func inStep() {
    #expect(state(value: "60") == .inStep && state(value: "060") == .drift)
    #expect(state(wanted: "True", value: "true") == .inStep)
    #expect(state(wanted: "Energy", value: "energy") == .drift)
    #expect(state(wanted: nil, value: "60") == .free)
  }

  @Test("What is not in step says why, and only what may help is tried")
  func notInStep() {
    #expect(state(value: "5", isReadOnly: true) == .readOnly)
    #expect(state(result: "RebootRequired", value: "5") == .rebootRequired)
    #expect(state(result: "Rejected", value: "5") == .refused)
    #expect(state(result: "NotSupported", isListed: false) == .refused)
    #expect(state(isListed: false) == .missing && state(isListed: false, isRead: false) == .unread)
    #expect(state(result: "Accepted", isListed: false) == .inStep)
    let tried = SettingState.allCases.filter(\.isWorthAnAttempt)
    #expect(tried == [.drift, .missing, .unread])
    #expect(Set(SettingState.allCases.map { "\($0.word)" }).count == 8)
  }
}

@Suite struct AdmissionTests {
  private static let boot =
    #"[2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#

  @Test(
    "A BootNotification hears what was decided, with the time to ask again",
    arguments: [
      (Admission.accept, "Accepted", 300), (.configure, "Pending", 60), (.hold, "Pending", 60),
      (.reject, "Rejected", 60),
    ])
  func boot(_ admission: Admission, _ word: String, _ interval: Int) throws {
    var station = StationPolicy()
    station.admission = admission
    var bench = SessionBench(SessionPolicy().with(station))
    let (fact, pending) = try bench.hold(Self.boot)
    guard case .booted(let boot) = fact else { throw Unexpected(reaction: "\(fact)") }
    #expect(boot.registration == admission.registration)
    let answer = bench.answer(pending, .kept)
    #expect(
      answer.contains("\"status\":\"\(word)\"") && answer.contains("\"interval\":\(interval)"))
  }

  @Test("A rejected station hears SecurityError to everything but its BootNotification")
  func rejected() throws {
    var station = StationPolicy()
    station.admission = .reject
    var bench = SessionBench(SessionPolicy().with(station))
    for call in [
      #"[2,"x","Heartbeat",{}]"#, #"[2,"x","Authorize",{"idTag":"GOOD"}]"#,
      #"[2,"x","StartTransaction",{"connectorId":1,"idTag":"GOOD","meterStart":0,"#
        + #""timestamp":"2026-01-02T03:04:05Z"}]"#,
    ] {
      let (_, reaction, written) = bench.receive(call)
      guard case .refuse(.securityError) = reaction else {
        throw Unexpected(reaction: "\(reaction)")
      }
      #expect(written.hasPrefix(#"[4,"x","SecurityError","#))
    }
    _ = try bench.hold(Self.boot)
    // Accepted while the connection lasts, it is heard.
    bench.session.policy.registration = .accepted
    #expect(bench.receive(#"[2,"x","Heartbeat",{}]"#).written.hasPrefix(#"[3,"x","#))
  }

  @Test("A pending station is neither started nor stopped from afar; everything else reaches it")
  func pending() throws {
    var known = StationKnowledge()
    known.registration = .pending
    let now = SessionBench.start
    for command in [
      StationCommand.remoteStart(RemoteStartOrder(idTag: "A")), .remoteStop(transaction: 1),
    ] {
      #expect(throws: CommandRefusal("", .stationPending)) {
        try command.calls16(now: now, knowing: known)
      }
      _ = try command.calls16(now: now)
    }
    _ = try StationCommand.readConfiguration(keys: []).calls16(now: now, knowing: known)
  }

  @Test("A rejected station is asked for nothing but another BootNotification")
  func rejectedIsLeftAlone() throws {
    var known = StationKnowledge()
    known.registration = .rejected
    let now = SessionBench.start
    for command in [
      StationCommand.readConfiguration(keys: []), .clearCache, .reset(.soft),
      .trigger(.heartbeat, connector: nil, extended: nil),
    ] {
      #expect(throws: CommandRefusal("", .stationRejected)) {
        try command.calls16(now: now, knowing: known)
      }
    }
    let boot = StationCommand.trigger(.bootNotification, connector: nil, extended: nil)
    _ = try boot.calls16(now: now, knowing: known)
  }

  @Test("Unknown tokens are judged by the station's policy, and by the server's without one")
  func unknownTokens() {
    let authorize = #"[2,"a","Authorize",{"idTag":"STRANGER"}]"#
    for (server, station, word) in [
      (false, nil, "Invalid"), (true, nil, "Accepted"), (false, true, "Accepted"),
      (true, false, "Invalid"),
    ] as [(Bool, Bool?, String)] {
      var policy = StationPolicy()
      policy.acceptsUnknownTokens = station
      var bench = SessionBench(SessionPolicy(acceptsUnknownTokens: server).with(policy))
      #expect(bench.receive(authorize).written.contains(word))
    }
  }
}

@Suite struct GroupTests {
  private let now = DateTime(milliseconds: 1_000_000)
  private let member = TokenRecord(
    idTag: "A", status: .accepted, expiry: DateTime(milliseconds: 5_000_000), parent: "G")

  private func verdict(_ group: TokenRecord?) -> TokenVerdict {
    TokenVerdict(member, group: group, now: now, acceptsUnknown: false)
  }

  @Test("What is not accepted of the group is not accepted of its tokens, and ends no later")
  func group() {
    #expect(verdict(nil).status == .accepted)
    #expect(verdict(TokenRecord(idTag: "G", status: .accepted)).expiry == member.expiry)
    #expect(verdict(TokenRecord(idTag: "G", status: .blocked)).status == .blocked)
    let over = TokenRecord(idTag: "G", status: .accepted, expiry: now)
    #expect(verdict(over).status == .expired && verdict(over).parent == "G")
    let soon = TokenRecord(
      idTag: "G", status: .accepted, expiry: DateTime(milliseconds: 2_000_000))
    #expect(verdict(soon).expiry == soon.expiry && verdict(soon).status == .accepted)
  }

  @Test("The explanation says that it was the group")
  func explained() {
    let blocked = TokenRecord(idTag: "G", status: .blocked)
    let why = AuthorizationExplanation(member, group: blocked, now: now, acceptsUnknown: false)
    #expect(why.reason == .group && why.verdict.status == .blocked)
  }

  @Test("A start carries its group and the limits of its token and its group")
  func limits() throws {
    let tokens = Tokens([
      TokenRecord(idTag: "A", status: .accepted, parent: "G"),
      TokenRecord(idTag: "B", status: .accepted, maximumTransactions: 4),
      TokenRecord(idTag: "G", status: .accepted, maximumTransactions: 7),
    ])
    var policy = SessionPolicy()
    policy.tokenTransactions = 2
    var session = Session16(policy: policy, tokens: tokens, idPrefix: 1)
    for (tag, limit, group, groupLimit) in [
      ("a", 2, "G", 7), ("B", 4, nil, nil), ("C", 2, nil, nil),
    ] as [(String, Int, Text?, Int?)] {
      var writer = JSONWriter()
      let frame =
        "[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"\(tag)\",\"meterStart\":0,"
        + "\"timestamp\":\"2026-01-02T03:04:05Z\"}]"
      let (_, reaction) = Array(frame.utf8).withUnsafeBufferPointer {
        session.received($0, now: now, writer: &writer)
      }
      guard case .hold(.transactionStarted(let start), let pending) = reaction else {
        throw Unexpected(reaction: "\(reaction)")
      }
      #expect(start.tokenLimit == limit && start.group == group && start.groupLimit == groupLimit)
      session.answer(pending, .concurrent(id: 9, isNew: true), now: now, writer: &writer)
      let answer = writer.withBytes { String(decoding: $0, as: UTF8.self) }
      #expect(answer.contains("ConcurrentTx") && answer.contains("\"transactionId\":9"))
    }
  }
}
