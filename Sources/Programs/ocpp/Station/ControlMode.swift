import Foundation
import Network
import StationHost

/// A station that programs drive, until SIGTERM or SIGINT.
enum ControlMode {
  static func run(_ configuration: StationConfiguration) throws -> Int32 {
    guard let place = configuration.control else { return 2 }
    Terminal.neverWait()
    let loop = try EventLoop()
    let station = VirtualStation(loop: loop, settings: configuration.drivenSettings)
    let control = ControlServer(
      station: station, hasVirtualClock: configuration.hasVirtualClock)
    let view = SessionView(identity: configuration.identity, isInteractive: false)
    station.onEvent = { view.show($0) }
    let port = try control.listen(address: place.address, port: place.port)
    let host = place.address.contains(":") ? "[\(place.address)]" : place.address
    Terminal.print("control API on http://\(host):\(port)/sut/")
    for signal in [SIGTERM, SIGINT] {
      try loop.onSignal(signal) {
        station.shutDown()
        loop.stop()
      }
    }
    if configuration.isURLGiven { station.start() }
    loop.run()
    return 0
  }
}
