import CSMSClient
import Foundation

/// `ocpp demo-data`: a world to look at, on a running server.
enum DemoDataCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = DemoDataConfiguration()
      let reader = SettingsReader(settings: DemoDataConfiguration.settings)
      let environment = ProcessInfo.processInfo.environment
      try reader.apply(
        environment: environment.filter { $0.key == "OCPP_API_KEY" }, to: &configuration)
      try reader.apply(arguments, to: &configuration)
      let place = configuration.place
      let csms = try place.client()
      return Waiting.run { await make(csms, place) }
    } catch let error as UsageError {
      Terminal.complain("ocpp demo-data: \(error.message)\nTry: ocpp demo-data --help")
      return 2
    } catch {
      Terminal.complain("ocpp demo-data: \(error)")
      return 1
    }
  }

  private static func make(_ csms: CSMSClient, _ place: ServerPlace) async -> Int32 {
    var maker = DemoDataMaker(csms)
    do throws(CSMSError) {
      try await maker.make(now: Date())
    } catch {
      Terminal.complain("ocpp demo-data: \(error)\n\(place.advice(error))")
      for line in lines(maker) { Terminal.complain(line) }
      return 1
    }
    Terminal.print("demo data on \(csms.baseURL)")
    for line in lines(maker) { Terminal.print(line) }
    Terminal.print(DemoDataAdvice(csms.baseURL, place).text)
    return 0
  }

  /// A line per kind: how many there are, and how many of them are new.
  private static func lines(_ maker: DemoDataMaker) -> [String] {
    maker.counts.map { kind, count in
      let name = "  " + kind + String(repeating: " ", count: max(1, 18 - kind.count))
      let total = count.made + count.found
      let what =
        count.found == 0 ? "made" : count.made == 0 ? "were there" : "\(count.made) of them made"
      return name + String(repeating: " ", count: max(0, 4 - "\(total)".count))
        + "\(total)  \(what)"
    }
  }

  private static var usage: String {
    """
    ocpp demo-data: put a world to look at on a running server

    usage: ocpp demo-data [options]

    \(SettingsReader(settings: DemoDataConfiguration.settings).help)
      --help                      print this

    Two companies with sites, chargers, connectors, drivers, RFID cards and a week of charge
    sessions, all with ids that begin with DEMO. It goes over the HTTP interface, so that the server
    knows of it at once and checks it like everybody's data; a folder of a server that does not run
    is not touched. Run it again as often as you like: what is there stays as it is.
    """
  }
}

/// The options of `ocpp demo-data`.
struct DemoDataConfiguration {
  var place = ServerPlace()

  static var settings: [Setting<DemoDataConfiguration>] { ServerPlace.settings(\.place) }
}
