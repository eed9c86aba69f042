import Foundation
import Journal
import Network
import OCPPJSON
import StationCore
import Testing

@testable import StationHost

@Suite("A virtual station without a central system")
struct VirtualStationTests {
  private func station() throws -> VirtualStation {
    var settings = StationSettings(url: "ws://127.0.0.1:1/ocpp", identity: "CP1")
    settings.setup.connectors = 2
    return VirtualStation(loop: try EventLoop(), settings: settings)
  }

  private func refusal(_ station: VirtualStation, _ command: String) throws -> String? {
    let act = try Act(command: command, vehicle: ElectricVehicle())
    do throws(ActRefusal) {
      try station.perform(act)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("What cannot happen does not, and the reason is a sentence")
  func refusals() throws {
    let station = try station()

    #expect(try refusal(station, "swipe TAG") == "The station is off.")
    #expect(try refusal(station, "power off") == "The station is off.")
    #expect(try refusal(station, "plug 3") == "There is no connector 3; they are 1 to 2.")
    #expect(try refusal(station, "unplug 1") == "Nothing is plugged in at connector 1.")
    // A vehicle comes also while the station is off.
    #expect(try refusal(station, "plug 1") == nil)
    #expect(try refusal(station, "plug 1") == "A vehicle is plugged in at connector 1 already.")
    #expect(try refusal(station, "power on") == nil)
    #expect(try refusal(station, "power on") == "The station is on already.")
    #expect(try refusal(station, "stop 1") == "No transaction runs at connector 1.")
    #expect(try refusal(station, "fault 3 GroundFailure") != nil)
    #expect(try refusal(station, "list \(String(repeating: "x", count: 21)) Accepted") != nil)
    #expect(station.state.connectors.map(\.status) == ["Preparing", "Available"])
  }

  @Test("Without a central system it charges whom it knows, and the power cut ends it")
  func offline() throws {
    let station = try station()
    station.powerOn()
    for command in ["offline", "list GOOD Accepted", "plug 1 soc=50", "swipe BAD 1"] {
      #expect(try refusal(station, command) == nil)
    }
    #expect(station.state.connectors[0].prompt == "Card refused.")

    #expect(try refusal(station, "swipe GOOD 1") == nil)
    let before = station.state.connectors[0]
    #expect(before.status == "Charging" && before.isLocked && before.isContactorClosed)
    #expect(before.limit?.amperes == 32 && before.limit?.reason == "the station's hardware")
    var isDone = false
    try station.advance(milliseconds: 3_600_000) { isDone = true }
    while !isDone { station.leap?.proceed() }

    let after = station.state.connectors[0]
    #expect(after.powerW == 11_040)
    #expect((10_900...11_040).contains(after.transaction?.energyWh ?? 0))
    // 11 kWh, less the losses, of 58.
    #expect((66...69).contains(after.stateOfCharge ?? 0))
    #expect((after.temperature ?? 0) > 20)
    try station.perform(.powerCycle)
    #expect(station.state.connectors[0].transaction == nil)
    #expect(!station.state.connectors[0].isContactorClosed)
    // The start, an hour of values every minute, and the stop.
    #expect((60...63).contains(station.state.queueLength))
  }

  @Test("The control API listens on loopback only")
  func loopback() throws {
    let control = ControlServer(station: try station(), hasVirtualClock: false)
    for address in ["0.0.0.0", "::", "192.0.2.1", "localhost"] {
      #expect(throws: NetworkError.invalidAddress(address)) {
        try control.listen(address: address, port: 0)
      }
    }
    #expect(try control.listen(address: "127.0.0.1", port: 0) > 0)
  }

  @Test("Passwords stand in no log")
  func secrets() {
    let log = StationLog()
    log.note(.received, #"[2,"1","ChangeConfiguration",{"key":"authorizationkey","value":"s3"}]"#)
    log.note(.received, #"[2,"2","GetDiagnostics",{"location":"ftp://me:s3@host/a"}]"#)
    log.note(.sent, #"[2,"3","Authorize",{"idTag":"a@b"}]"#)

    let text = log.text(from: nil, to: nil, securityOnly: false)
    #expect(!text.contains("s3"))
    #expect(text.contains("ftp://…@host/a") && text.contains("a@b"))
    #expect(log.text(from: nil, to: nil, securityOnly: true).isEmpty)
    let late = DateTime(milliseconds: 4_000_000_000_000)
    #expect(log.text(from: late, to: nil, securityOnly: false).isEmpty)
  }

  @Test("A firmware file's version is its first line, or made of its contents")
  func version() {
    func version(_ text: String) -> String { FirmwareStore.version(of: Data(text.utf8)) }
    #expect(version("version=2.1\nrest") == "2.1")
    #expect(version("version= 2.1 \r\nrest") == "2.1")
    #expect(version("abc") == "sha256-ba7816bf8f01")
    #expect(version("version=\n").hasPrefix("sha256-"))
  }

  @Test("A journal in memory behaves like one on flash")
  func memory() throws {
    let flash = HostFlash()
    var journal = try Journal<HostFlash>.open(
      flash, limits: JournalLimits(for: HostFlash.inMemory))
    for number in 0..<2_000 {
      let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 200)
      try journal.append(kind: 1, priority: .normal, payload.span.bytes)
      if journal.records.count > 20 { try journal.remove(journal.records[0].sequence) }
    }
    let kept = Array(journal.records)
    let again = try Journal<HostFlash>.open(
      journal.close(), limits: JournalLimits(for: HostFlash.inMemory))
    #expect(Array(again.records) == kept)
    #expect(throws: FlashError(.outOfBounds, at: 524_288)) {
      try [1, 2, 3, 4].span.bytes.withUnsafeBytes { bytes throws(FlashError) in
        try flash.program(at: 524_288, bytes)
      }
    }
  }
}
