import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// Stations that start, stop, meter, resend and lie, from a seed.
struct Traffic {
  var random: Random
  var sent: [FactEntry] = []
  let stations: [Text] = ["CP1", "CP2", "a station with a name of more than 22 bytes"]

  mutating func entry(highestID: Int) -> FactEntry {
    if !sent.isEmpty && random.below(4) == 0 { return sent[random.below(sent.count)] }
    let fact: Fact
    switch random.below(11) {
    case 10:
      var status = ConnectorStatus(
        connector: random.below(4), status: random.below(3) == 0 ? "Charging" : "Available",
        errorCode: "NoError")
      status.timestamp = .init(noon + Int64(random.below(40)))
      fact = .connectorStatus(status)
    case 0, 1:
      let start = TransactionStart.sample.with {
        $0.connector = 1 + random.below(3)
        $0.timestamp.milliseconds += Int64(random.below(5))
        $0.idTag = random.below(2) == 0 ? "A" : "an id tag of more than 22 bytes"
        $0.meterStart = random.below(2)
      }
      fact = .transactionStarted(start)
    case 2:
      let stop = TransactionStop.sample(random.below(highestID + 3)).with {
        $0.meterStop = random.below(3)
        $0.readings = readings()
      }
      fact = .transactionStopped(stop)
    default:
      let id = random.below(6) == 0 ? nil : random.below(highestID + 2)
      fact = report(id, readings(), connector: random.below(2))
    }
    let entry = FactEntry(
      station: stations[random.below(3)], receivedAt: .init(noon), ticket: random.next(), fact: fact
    )
    sent.append(entry)
    return entry
  }

  private mutating func readings() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(5) {
      let samples = [UInt8](repeating: UInt8(random.below(3)), count: random.below(700))
      bytes += record(noon + Int64(random.below(40)), samples)
    }
    return bytes
  }
}
