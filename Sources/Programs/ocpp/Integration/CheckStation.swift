import Foundation
import Network
import OCPPJSON
import StationCore
import StationHost
import Synchronization

/// The virtual station of a check, on a loop of its own.
final class CheckStation: Sendable {
  private let loop: EventLoop
  private let station: VirtualStation
  private let connector: Int
  private let lastWords = Mutex("it has not tried yet")

  /// - Parameter url: `ws://host:port/ocpp/identity`, as the server says it.
  init(
    url: String, identity: String, password: String?, connector: Int, caFile: String?
  ) throws {
    var base = url
    if base.hasSuffix("/\(identity)") { base.removeLast(identity.count + 1) }
    var settings = StationSettings(url: base, identity: identity)
    settings.password = password
    settings.caFile = caFile
    settings.setup.identity.vendor = "swift-ocpp"
    settings.setup.identity.model = "check"
    settings.setup.connectors = connector
    settings.presets = [("MeterValueSampleInterval", "1")]
    loop = try EventLoop()
    try loop.start()
    self.connector = connector
    station = VirtualStation(loop: loop, settings: settings)
    station.onEvent = { [unowned self] event in
      if case .disconnected(let reason, _) = event { lastWords.withLock { $0 = reason } }
      if case .connected = event { lastWords.withLock { $0 = "it is connected" } }
    }
    station.start()
  }

  /// What became of its connection.
  var news: String { lastWords.withLock { $0 } }

  func plugIn() {
    loop.execute { [station, connector] in
      try? station.perform(.plugIn(connector: connector, nil))
    }
  }

  func plugOut() {
    loop.execute { [station, connector] in
      try? station.perform(.plugOut(connector: connector))
    }
  }

  /// Says goodbye and ends.
  func end() {
    loop.execute { [station] in station.shutDown() }
    loop.stop()
  }
}
