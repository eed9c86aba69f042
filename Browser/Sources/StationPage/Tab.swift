import Journal
import OCPP16
import OCPPJSON
import StationCore

/// The one station of a tab.
final class Tab {
  static let connectors = 2

  let flash: PageFlash
  let board: PageBoard
  let device: StationDevice<PageBoard, PageFlash>
  private var writer = JSONWriter(capacity: 2048)

  /// Nil when the journal cannot be read.
  init?(flash: PageFlash, serialNumber: Text, seed: UInt64) {
    var setup = StationSetup()
    setup.identity.vendor = "swift-ocpp"
    setup.identity.model = "Browser"
    setup.identity.firmwareVersion = "1.0"
    setup.identity.serialNumber = serialNumber
    setup.connectors = Tab.connectors
    setup.maximumCurrent = 218_000
    // A page has nothing to install, to hand over, or to keep keys in.
    setup.canUpdateFirmware = false
    setup.canUpload = false
    setup.keepsCertificates = false
    // A reload is a loss of power, and the cable is still in.
    setup.powerLoss = .resume
    setup.seed = seed
    setup.firstBackOff = 1_000
    setup.longestBackOff = 30_000
    setup.sampleJournalInterval = 5_000
    let board = PageBoard(connectors: Tab.connectors)
    do throws(JournalError) {
      device = try StationDevice(setup: setup, board: board, flash: flash, payload: 2_048)
    } catch {
      return nil
    }
    self.flash = flash
    self.board = board
  }

  func handle(_ event: Event, _ now: Int64) {
    board.advance(to: now)
    device.handle(event, now: now)
  }

  /// Writes what there is to see as JSON, for the page.
  func withView<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    writer.reset()
    writer.literal("{\"online\":")
    writer.bool(device.station.isRegistered)
    member(",\"owed\":", Int64(device.station.owedMessages))
    member(",\"retry\":", device.station.reconnectWait ?? -1)
    writer.literal(",\"settled\":")
    writer.bool(device.station.isSettled)
    writer.literal(",\"connectors\":[")
    for number in 0...Tab.connectors {
      if number > 0 { writer.literal(",") }
      writeConnector(number)
    }
    writer.literal("]}")
    return writer.withBytes(body)
  }

  private func member(_ name: StaticString, _ value: Int64) {
    writer.literal(name)
    writer.int64(value)
  }

  private func writeConnector(_ number: Int) {
    guard let view = device.station.view(number) else { return writer.literal("null") }
    let bay = board.bays[number]
    member("{\"status\":", Int64(view.status.rawValue))
    writer.literal(",\"plugged\":")
    writer.bool(bay.isPlugged)
    writer.literal(",\"ready\":")
    writer.bool(bay.isEVReady)
    writer.literal(",\"closed\":")
    writer.bool(view.isContactorClosed)
    writer.literal(",\"locked\":")
    writer.bool(view.isLocked)
    writer.literal(",\"fault\":")
    writer.bool(view.error != .noError)
    member(",\"offered\":", Int64(view.offered) * 690 / 1000)
    member(",\"power\":", bay.power)
    member(",\"register\":", bay.register)
    member(",\"charge\":", bay.vehicle.charge)
    if let transaction = view.transaction {
      member(",\"transaction\":{\"id\":", Int64(transaction.id ?? 0))
      writer.literal(",\"idTag\":")
      writer.text(transaction.idTag)
      member(",\"start\":", transaction.meterStart)
      writer.literal("}")
    }
    writer.literal("}")
  }
}
