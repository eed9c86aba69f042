import CSMSCore
import OCPPJSON
import Testing

@Suite("Events for others")
struct EventTests {
  @Test("Every type has a word of its own, is found by it, and is a bit of its own")
  func types() {
    let words = EventType.allCases.map { Text($0.word) }
    #expect(Set(words).count == 10)
    for type in EventType.allCases {
      #expect(EventType(word: Text(type.word)) == type)
      #expect(EventTypes(type).list == [type])
    }
    #expect(EventType(word: "session") == nil)
    #expect(EventTypes.all.list == EventType.allCases)
  }

  @Test("A body is what the interface promises, member by member")
  func body() {
    var data = EventData()
    data.set("connector_id", 1)
    data.set("word", word: "a")
    data.set("nothing", nil as Text?)
    data.set("energy_consumed_kwh", thousandths: 1_500)
    data.set("whole", thousandths: -2_000)
    data.set("zero", thousandths: 0)
    data.set("available", true)
    data.set("at", DateTime(milliseconds: 0))
    let event = StationEvent(
      id: 7, type: .sessionProgress, at: DateTime(milliseconds: 1), station: "CP\"1",
      transaction: 12, company: "C", data: data.text())
    #expect(
      String(decoding: event.body, as: UTF8.self)
        == #"{"id":"7","type":"session_progress","station_id":"CP\"1","transaction_id":12,"#
        + #""data":{"connector_id":1,"word":"a","energy_consumed_kwh":1.5,"whole":-2,"zero":0,"#
        + #""available":true,"at":"1970-01-01T00:00:00.000Z"},"#
        + #""timestamp":"1970-01-01T00:00:00.001Z"}"#)
    var bare = event
    bare.station = nil
    bare.transaction = nil
    #expect(
      String(decoding: bare.body, as: UTF8.self)
        .contains(#""station_id":null,"transaction_id":null,"#))
  }

  @Test("Sessions are lanes of their own, and so are stations; none is another's")
  func lanes() {
    let session = StationEvent(
      id: 1, type: .sessionStarted, at: DateTime(milliseconds: 0), station: "CP1",
      transaction: 5, company: nil, data: "{}")
    #expect(session.lane == 5)
    let lanes = (0..<1_000).map { EventLane.of(station: Text("CP\($0)")) }
    #expect(lanes.allSatisfy { $0 < 0 })
    #expect(Set(lanes).count == 1_000)
    #expect(EventLane.of(station: nil) < 0)
  }

  @Test(
    "A station is what its connectors are together",
    arguments: [
      ([], nil), ([(0, "Available")], .available), ([(0, "Faulted"), (1, "Available")], .faulted),
      ([(0, "Unavailable"), (1, "Available")], .unavailable),
      ([(1, "Available"), (2, "Charging")], .available),
      ([(1, "SuspendedEV"), (2, "Charging")], .occupied),
      ([(1, "Faulted"), (2, "Occupied")], .occupied),
      ([(1, "Faulted"), (2, "Unavailable")], .faulted), ([(1, "Unavailable")], .unavailable),
    ] as [([(Int, String)], StationSummary?)])
  func summary(connectors: [(Int, String)], wanted: StationSummary?) {
    let summary = StationSummary(connectors.map { (number: $0.0, status: Text($0.1)) })
    #expect(summary == wanted)
    #expect(Set(StationSummary.allCases.map { Text($0.word) }).count == 4)
  }

  @Test(
    "Loopback, private and special addresses are not public, in whatever form they come",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
      "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
      "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
      "239.1.1.1", "240.0.0.1", "255.255.255.255",
    ])
  func notPublic(address: String) {
    let four = bytes(address)
    #expect(!PublicAddress.contains(four))
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(!PublicAddress.contains(zeros + [0xFF, 0xFF] + four))
    #expect(!PublicAddress.contains(zeros + [0, 0] + four))
    #expect(!PublicAddress.contains([0, 0x64, 0xFF, 0x9B] + zeros.prefix(8) + four))
    #expect(!PublicAddress.contains([0x20, 0x02] + four + zeros))
  }

  @Test(
    "What lies just beside them is",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.1.1.1",
      "128.0.0.1", "169.253.1.1", "169.255.1.1", "172.15.1.1", "172.32.0.1", "192.0.1.1",
      "192.88.98.1", "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.0.1", "198.51.101.1",
      "203.0.114.1", "223.255.255.255",
    ])
  func isPublic(address: String) {
    let four = bytes(address)
    #expect(PublicAddress.contains(four))
    #expect(PublicAddress.contains([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + four))
    #expect(
      PublicAddress.contains(
        [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + four))
  }

  @Test("Of IPv6 only global unicast that is nothing special is public")
  func six() {
    func address(_ head: [UInt8]) -> [UInt8] {
      head + [UInt8](repeating: 1, count: 16 - head.count)
    }
    let loopback = [UInt8](repeating: 0, count: 15) + [1]
    for special in [
      loopback, [UInt8](repeating: 0, count: 16), address([0xFC]), address([0xFD]),
      address([0xFE, 0x80]), address([0xFF, 0x02]), address([0x20, 0x01, 0x00, 0x00]),
      address([0x20, 0x01, 0x01]), address([0x20, 0x01, 0x0D, 0xB8]), address([0x3F, 0xFF, 0x01]),
      address([0x01, 0x00]), address([0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01]), address([0x5F, 0x00]),
      [], [1, 2, 3],
    ] { #expect(!PublicAddress.contains(special), "\(special)") }
    for good in [
      address([0x20, 0x01, 0x02]), address([0x26, 0x06, 0x47]), address([0x2A, 0x00]),
      address([0x3F, 0xFF, 0x10]), address([0x20, 0x02, 1, 1, 1, 1]),
    ] { #expect(PublicAddress.contains(good), "\(good)") }
  }

  private func bytes(_ text: String) -> [UInt8] {
    text.split(separator: ".").compactMap { UInt8($0) }
  }
}
