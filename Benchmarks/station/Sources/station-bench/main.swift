import Counters
import OCPPJSON
import SmartCharging
import StationCore

// What a charge point costs: a simulated day with twenty sessions, a steady charging hour, and the
// smart charging engine by itself. Prints one table.

/// Nanoseconds and allocations of a body.
func measure(_ body: () -> Void) -> (nanoseconds: UInt64, allocations: UInt64) {
  let allocations = counted_allocations()
  let began = nanoseconds_now()
  body()
  return (nanoseconds_now() - began, counted_allocations() - allocations)
}

func row(_ what: String, _ time: String, _ allocations: String) {
  print("| \(what) | \(time) | \(allocations) |")
}

func milliseconds(_ nanoseconds: UInt64) -> String {
  "\(nanoseconds / 1_000_000).\(nanoseconds / 1_000 % 1_000 / 100) ms"
}

print("| | time | allocations |\n|---|---|---|")

do {
  var frames = 0
  var best = UInt64.max
  var allocations: UInt64 = 0
  for _ in 0..<5 {
    var bench = Bench()
    let before = counted_allocations()
    let began = nanoseconds_now()
    for _ in 0..<20 {
      bench.take(.cableInserted(connector: 1))
      bench.take(.evReady(connector: 1))
      bench.take(.tokenPresented(idTag: "TAG1", connector: 1))
      bench.run(seconds: 3_600)
      bench.take(.tokenPresented(idTag: "TAG1", connector: 1))
      bench.take(.cableRemoved(connector: 1))
      bench.run(seconds: 720)
    }
    best = min(best, nanoseconds_now() - began)
    allocations = counted_allocations() - before
    frames = bench.frames
    let owed = bench.station.owedMessages
    precondition(bench.now == 86_400_000 && owed == 0, "the day went wrong")
  }
  row(
    "a day of one station with 20 sessions of an hour, \(frames) messages"
      + " (\(86_400_000_000_000 / best) times as fast as life)",
    milliseconds(best), "\(allocations)")
}

do {
  var bench = Bench()
  bench.call(
    "[2,\"p\",\"SetChargingProfile\",{\"connectorId\":0,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Recurring\",\"recurrencyKind\":\"Daily\",\"chargingSchedule\":{\"duration\":86400,\"startSchedule\":\"2026-02-01T00:00:00Z\",\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16},{\"startPeriod\":6300,\"limit\":10},{\"startPeriod\":6600,\"limit\":20}]}}}]"
  )
  bench.take(.cableInserted(connector: 1))
  bench.take(.evReady(connector: 1))
  bench.take(.tokenPresented(idTag: "TAG1", connector: 1))
  bench.run(seconds: 3_600)
  let allocations = counted_allocations()
  let frames = bench.frames
  let began = nanoseconds_now()
  bench.run(seconds: 3_600)
  let time = nanoseconds_now() - began
  let count = counted_allocations() - allocations
  row(
    "a charging hour of it: 360 readings, \(bench.frames - frames) samples sent and acknowledged,"
      + " two changes of a daily profile",
    milliseconds(time), "\(count)")
}

do {
  var store = ProfileStore(
    limits: StoreLimits(
      profiles: 16, periodsPerProfile: 24, highestStackLevel: 8, connectors: 8))
  let day = DateTime("2026-03-01T00:00:00Z")!
  for number in 0..<16 {
    var periods: [SchedulePeriod] = []
    for hour in 0..<24 {
      periods.append(SchedulePeriod(start: Int32(hour) * 3_600, limit: Int64(6 + hour) * 1_000))
    }
    let isStation = number < 4
    try store.set(
      ChargingProfile(
        id: number + 1, stackLevel: isStation ? number : 0,
        purpose: isStation ? .stationMaximum : .transactionDefault, kind: .recurring(.daily),
        schedule: ChargingSchedule(
          unit: .amperes, duration: 86_400, start: day, periods: periods)),
      connector: isStation ? 0 : number % 8 + 1, activeTransaction: nil, at: day)
  }
  let supply = Supply(maximumMilliamps: 32_000)
  let charging = (1...8).map {
    ChargingConnector(number: $0, supply: supply, session: .transaction($0, start: day))
  }
  var share = LoadShare(takerCapacity: 8)
  var composite = CompositeSchedule(periodLimit: 64)
  func shareOut(_ count: Int) {
    for index in 0..<count {
      var time = day
      time.milliseconds += Int64(index) * 61_000
      let next = store.share(
        charging, supply: Supply(maximumMilliamps: 64_000), at: time, in: .amperes, turn: index,
        load: &share)
      precondition(next.map { $0 > time } ?? true)
    }
  }
  func compose(_ count: Int) throws(CompositeRefusal) {
    for _ in 0..<count {
      try store.compose(
        CompositeRequest(start: day, duration: 86_400, unit: .watts), of: charging[0],
        into: &composite)
    }
  }
  shareOut(10)
  let sharing = measure { shareOut(10_000) }
  row(
    "limits of 8 connectors from 16 daily profiles of 24 periods",
    "\(sharing.nanoseconds / 10_000) ns", "\(sharing.allocations) in 10,000 times")
  try compose(10)
  let allocations = counted_allocations()
  let began = nanoseconds_now()
  try compose(1_000)
  let time = nanoseconds_now() - began
  let count = counted_allocations() - allocations
  row(
    "a composite schedule of a day, \(composite.periods.count) periods", "\(time / 1_000) ns",
    "\(count) in 1,000 times")
}
