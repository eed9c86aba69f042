public import CSMSCore
public import OCPPJSON
import Synchronization

/// How well what a station says keeps to the specification, since the server started.
public struct Conformance: Sendable, Equatable {
  /// Calls and answers that were strictly valid, mended or refused.
  public var messages: UInt64 = 0
  public var mended: UInt64 = 0
  public var refused: UInt64 = 0
  /// How often each rule was needed, by its number; empty when none was.
  public var byRule: [UInt64] = []

  public init() {}

  /// The share of messages that were valid as they came, in percent; nil without any.
  public var score: Double? {
    messages == 0 ? nil : Double(messages - mended - refused) * 100 / Double(messages)
  }

  mutating func count(_ rules: QuirkRules) {
    mended += 1
    if byRule.isEmpty { byRule = Array(repeating: 0, count: QuirkRule.allCases.count) }
    for rule in QuirkRule.allCases where rules.contains(rule.bit) {
      byRule[Int(rule.rawValue)] += 1
    }
  }

  public mutating func add(_ other: Conformance) {
    messages += other.messages
    mended += other.mended
    refused += other.refused
    if other.byRule.isEmpty { return }
    if byRule.isEmpty { byRule = Array(repeating: 0, count: other.byRule.count) }
    for index in byRule.indices { byRule[index] += other.byRule[index] }
  }
}

/// Which rules are on where.
public struct QuirkPolicy: Sendable, Equatable {
  /// Where a switch counts; the narrower one wins.
  public enum Scope: Sendable, Hashable {
    case everywhere
    /// Stations of a vendor, whatever the case of its name.
    case vendor(Text)
    case station(Text)
  }

  /// A rule switched on or off somewhere.
  public struct Switch: Sendable, Equatable {
    public var scope: Scope
    public var rule: QuirkRule
    public var isOn: Bool

    public init(scope: Scope, rule: QuirkRule, isOn: Bool) {
      self.scope = scope
      self.rule = rule
      self.isOn = isOn
    }
  }

  /// The most switches there may be.
  public static let switchLimit = 10_000

  /// What is on where nobody switched anything.
  public var standard: QuirkRules = []
  public private(set) var switches: [Switch] = []

  public init() {}

  /// Sets a switch, or with nil takes it away; false when there would be too many.
  public mutating func set(_ rule: QuirkRule, in scope: Scope, to isOn: Bool?) -> Bool {
    switches.removeAll { $0.rule == rule && $0.scope == scope }
    guard let isOn else { return true }
    if switches.count >= Self.switchLimit { return false }
    switches.append(Switch(scope: scope, rule: rule, isOn: isOn))
    return true
  }

  public func rules(of station: Text, vendor: Text?) -> QuirkRules {
    var rules = standard
    apply(.everywhere, to: &rules)
    if let vendor { apply(.vendor(vendor.caseFolded), to: &rules) }
    apply(.station(station), to: &rules)
    return rules
  }

  private func apply(_ scope: Scope, to rules: inout QuirkRules) {
    for item in switches where item.scope == scope {
      if item.isOn { rules.insert(item.rule.bit) } else { rules.remove(item.rule.bit) }
    }
  }
}

/// The rules in force, who makes which station, and what has been counted on closed connections.
public final class QuirkBoard: Sendable {
  /// Stations whose counts are kept; those beyond it are only counted while they are connected.
  public static let stationLimit = 100_000

  private struct State {
    var policy = QuirkPolicy()
    var vendors: [Text: Text] = [:]
    var counts: [Text: Conformance] = [:]
  }

  private let state = Mutex(State())
  /// Grows with every change, so that sessions know when to ask again.
  private let generation = Atomic<Int>(0)

  /// - Parameter standard: what is on where nobody switched anything.
  public init(standard: QuirkRules = []) {
    state.withLock { $0.policy.standard = standard }
  }

  public var policy: QuirkPolicy { state.withLock { $0.policy } }

  /// Changes the policy; what `body` returns is handed on.
  public func change<Value>(_ body: (inout QuirkPolicy) -> Value) -> Value {
    let value = state.withLock { body(&$0.policy) }
    generation.wrappingAdd(1, ordering: .releasing)
    return value
  }

  /// A station has said who made it.
  public func learn(_ vendor: Text, of station: Text) {
    state.withLock { state in
      if state.vendors.count < Self.stationLimit || state.vendors[station] != nil {
        state.vendors[station] = vendor
      }
    }
  }

  var changes: Int { generation.load(ordering: .acquiring) }

  func rules(of station: Text) -> QuirkRules {
    state.withLock { $0.policy.rules(of: station, vendor: $0.vendors[station]) }
  }

  func add(_ conformance: Conformance, of station: Text) {
    state.withLock { state in
      if state.counts.count < Self.stationLimit || state.counts[station] != nil {
        state.counts[station, default: Conformance()].add(conformance)
      }
    }
  }

  var counts: [Text: Conformance] { state.withLock { $0.counts } }
}
