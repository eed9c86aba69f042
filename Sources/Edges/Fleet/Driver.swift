import OCPPJSON
import StationCore

/// Who comes to one connector: a driver after the other. It decides by what can be seen at the
/// connector; the station decides what comes of it.
struct Driver {
  enum Phase: Equatable {
    /// Nobody is there. Left at `nextAt`, when somebody comes and plugs in.
    case away
    /// Plugged in. Left at `nextAt`, when the token is presented.
    case plugged
    /// The token was presented. Left for `charging` when a transaction runs; for `leaving` when the
    /// token was refused, or nothing happened until `nextAt`.
    case presented
    /// Left at `nextAt`, when the driver is back, or when the transaction ends without them.
    case charging
    /// Left at `nextAt`, when the cable is pulled.
    case leaving
  }

  private(set) var phase = Phase.away
  /// When the driver acts next, in milliseconds of the station's clock.
  private(set) var nextAt: Int64
  private var token = Text()
  /// Nobody comes any more.
  private var isClosed = false

  /// What a step of the driver came to.
  enum Act {
    case plug(ElectricVehicle)
    case present(Text)
    case unplug
  }

  init(firstAt: Int64) { nextAt = firstAt }

  /// Whether a driver is at the connector.
  var isHere: Bool { phase != .away }

  /// What is done at this instant, given what the connector shows; nil for nothing.
  mutating func act(
    at now: Int64, hasTransaction: Bool, wasRefused: Bool, _ setup: FleetSetup,
    _ chance: inout FleetChance
  ) -> Act? {
    let plan = setup.arrivals
    switch phase {
    case .presented where hasTransaction:
      phase = .charging
      // From a short stop to half a night, most of them about an hour.
      let minutes = chance.between(10, 60) * chance.between(1, 3) + chance.between(0, 20)
      nextAt = now + plan.compressed(minutes * 60_000, least: 1_000)
      return nil
    case .presented where wasRefused, .charging where !hasTransaction:
      leave(now, plan, &chance)
      return nil
    case _ where nextAt > now: return nil
    case .away:
      if isClosed {
        nextAt = .max
        return nil
      }
      phase = .plugged
      token = Text(setup.tokens.token(Int(chance.between(0, Int64(setup.tokens.count - 1)))))
      nextAt = now + plan.compressed(chance.between(3_000, 20_000), least: 100)
      return .plug(ElectricVehicle.arriving(&chance, plan))
    case .plugged:
      phase = .presented
      nextAt = now + 90_000
      return .present(token)
    case .presented:
      leave(now, plan, &chance)
      return nil
    case .charging:
      leave(now, plan, &chance)
      return .present(token)
    case .leaving:
      phase = .away
      nextAt = now + plan.wait(from: now, &chance)
      return .unplug
    }
  }

  private mutating func leave(_ now: Int64, _ plan: ArrivalPlan, _ chance: inout FleetChance) {
    phase = .leaving
    nextAt = now + plan.compressed(chance.between(5_000, 60_000), least: 200)
  }

  /// Somebody comes now, if the connector is free.
  mutating func come(at now: Int64) { if phase == .away && !isClosed { nextAt = now } }

  /// Whoever is there leaves, and nobody comes any more.
  mutating func close(at now: Int64) {
    isClosed = true
    switch phase {
    case .away: nextAt = .max
    case .plugged:
      phase = .leaving
      nextAt = now
    case .presented, .charging, .leaving: nextAt = now
    }
  }
}
