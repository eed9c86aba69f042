import OCPPJSON
import StationCore

/// What happens at one connector: somebody comes, does a few things, and leaves.
struct Visit {
  enum Act: Sendable {
    case plug
    case evReady
    case evNotReady
    case swipe(Text, connector: Int?)
    /// The driver's app asks the operator to start.
    case remoteStart
    case pressStop
    case emergency
    case remoteStop
    case unplug
  }

  /// Counts visits, so that a plan of an earlier one is known.
  var serial = 0
  /// What is still to be done, each with the wait before it.
  var acts: [(wait: Int64, act: Act)] = []
  var isHere = false
  var isLeaving = false
  var token = Text()
}

extension World {
  func planArrival(_ node: StationNode, _ outlet: Int) {
    if isQuiet { return }
    // A visit takes about an hour; the rest of the day is the wait.
    let perDay = Int64(max(settings.sessionsPerDay, 1))
    let cycle = 86_400_000 * Int64(settings.connectors) / perDay
    let wait = node.chance.wait(mean: max(cycle - 4_000_000, 300_000))
    after(
      wait, .person(node.number, outlet: outlet, visit: node.visits[outlet].serial))
  }

  func personActs(_ node: StationNode, _ outlet: Int, _ serial: Int) {
    guard node.visits[outlet].serial == serial else { return }
    if !node.visits[outlet].isHere {
      if isQuiet { return }
      return arrive(node, outlet)
    }
    if node.visits[outlet].acts.isEmpty {
      node.visits[outlet].isHere = false
      node.visits[outlet].isLeaving = false
      node.visits[outlet].serial += 1
      return planArrival(node, outlet)
    }
    let (_, act) = node.visits[outlet].acts.removeFirst()
    planNext(node, outlet)
    perform(act, node, outlet)
  }

  private func planNext(_ node: StationNode, _ outlet: Int) {
    let wait = node.visits[outlet].acts.first?.wait ?? 1
    after(wait, .person(node.number, outlet: outlet, visit: node.visits[outlet].serial))
  }

  private func arrive(_ node: StationNode, _ outlet: Int) {
    report.visits += 1
    var visit = node.visits[outlet]
    visit.isHere = true
    visit.isLeaving = false
    let isBad = node.chance.percent(6)
    visit.token =
      isBad
      ? tokens.bad[node.chance.below(tokens.bad.count)]
      : tokens.good[node.chance.below(tokens.good.count)]
    node.outlets[outlet].car = Car(
      battery: Battery(
        capacity: node.chance.between(20, 90) * 1000, initialCharge: node.chance.between(100, 900),
        maximumPower: node.chance.percent(40)
          ? node.chance.between(3_000, 7_400) : node.chance.between(11_000, 22_000)),
      phases: node.chance.percent(30) ? 1 : 3, registerAtArrival: node.outlets[outlet].register)
    visit.acts = plannedActs(node, outlet, visit.token)
    node.visits[outlet] = visit
    planNext(node, outlet)
  }

  private func plannedActs(
    _ node: StationNode, _ outlet: Int, _ token: Text
  ) -> [(wait: Int64, act: Visit.Act)] {
    let connector = node.chance.percent(75) ? outlet : nil
    let swipe = Visit.Act.swipe(token, connector: connector)
    var acts: [(wait: Int64, act: Visit.Act)] = []
    func add(_ low: Int64, _ high: Int64, _ act: Visit.Act) {
      acts.append((node.chance.between(low * 1000, high * 1000), act))
    }
    switch node.chance.below(100) {
    case 0..<45:
      add(1, 20, .plug)
      add(1, 20, .evReady)
      add(1, 50, swipe)
    case 45..<80:
      add(1, 20, swipe)
      add(1, 55, .plug)
      add(1, 20, .evReady)
    case 80..<88:
      add(1, 20, .plug)
      add(1, 20, .evReady)
      add(1, 20, .remoteStart)
    case 88..<93:
      // Walks away.
      add(1, 20, swipe)
      add(60, 120, .unplug)
      return acts
    case 93..<97:
      // Parks without a word.
      add(1, 20, .plug)
      add(1, 20, .evReady)
      add(60, 3600, .unplug)
      return acts
    default:
      // Did it work? Swipes twice.
      add(1, 20, .plug)
      add(1, 20, .evReady)
      add(1, 20, swipe)
      add(1, 5, swipe)
    }
    if node.chance.percent(25) {
      add(60, 1200, .evNotReady)
      add(5, 900, .evReady)
    }
    switch node.chance.below(100) {
    case 0..<50: add(300, 5400, swipe)
    case 50..<65: add(300, 5400, .pressStop)
    case 65..<75: add(300, 5400, .remoteStop)
    case 75..<78: add(300, 5400, .emergency)
    default: add(300, 5400, .evNotReady)
    }
    add(2, 90, .unplug)
    return acts
  }

  private func perform(_ act: Visit.Act, _ node: StationNode, _ outlet: Int) {
    note(node, "connector \(outlet): driver: \(act)")
    switch act {
    case .plug:
      node.outlets[outlet].advance(to: now)
      node.outlets[outlet].isPlugged = true
      tell(node, .cableInserted(connector: outlet))
      if settings.sabotage == .contactorCloses {
        node.outlets[outlet].isContactorClosed = true
        node.outlets[outlet].offered = 16_000
      }
    case .evReady: setEVReady(node, outlet, true)
    case .evNotReady: setEVReady(node, outlet, false)
    case .swipe(let token, let connector):
      guard node.isOn else { return }
      present(node, token, connector)
      tell(node, .tokenPresented(idTag: token, connector: connector))
    case .remoteStart: remoteStart(node, outlet)
    case .remoteStop: remoteStop(node, outlet)
    case .pressStop: tell(node, .localStopPressed(connector: outlet))
    case .emergency: tell(node, .emergencyStopPressed(connector: outlet))
    case .unplug: unplug(node, outlet)
    }
  }

  func present(_ node: StationNode, _ token: Text, _ connector: Int?) {
    if let connector { return node.outlets[connector].present(token) }
    for outlet in 1..<node.outlets.count { node.outlets[outlet].present(token) }
  }

  private func unplug(_ node: StationNode, _ outlet: Int) {
    guard node.outlets[outlet].isPlugged else { return }
    node.outlets[outlet].advance(to: now)
    node.outlets[outlet].isPlugged = false
    node.outlets[outlet].isEVReady = false
    tell(node, .cableRemoved(connector: outlet))
  }

  /// Whoever was turned away leaves soon.
  func prompted(_ node: StationNode, _ outlet: Int, _ prompt: Prompt) {
    switch prompt {
    case .refused, .outOfService, .reserved, .memoryFull, .cableTimeout, .tokenTimeout: break
    default: return
    }
    guard outlet > 0, node.visits[outlet].isHere, !node.visits[outlet].isLeaving,
      !node.outlets[outlet].isContactorClosed
    else { return }
    leave(node, outlet, within: 90_000)
  }

  private func leave(_ node: StationNode, _ outlet: Int, within: Int64) {
    node.visits[outlet].serial += 1
    node.visits[outlet].isLeaving = true
    node.visits[outlet].acts = [(node.chance.between(1_000, within), .unplug)]
    planNext(node, outlet)
  }

  /// The world is about to end.
  func sendHome(_ node: StationNode, _ outlet: Int) {
    if node.visits[outlet].isHere { leave(node, outlet, within: 1_800_000) }
  }
}
