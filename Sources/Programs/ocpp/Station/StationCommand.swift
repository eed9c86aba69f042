import Foundation
import Network
import StationHost

/// `ocpp station`: one virtual station, driven by itself, by a person, by a script or by a program.
enum StationCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      var configuration = StationConfiguration()
      let reader = SettingsReader(settings: StationConfiguration.settings)
      // Only the secret may come from the environment: it should not be on a command line.
      configuration.password = ProcessInfo.processInfo.environment["OCPP_PASSWORD"]
      try reader.apply(arguments, to: &configuration)
      try configuration.check()
      try configuration.checkFiles()
      return try run(configuration)
    } catch let error as UsageError {
      Terminal.complain("ocpp station: \(error.message)\nTry: ocpp station --help")
      return 2
    } catch {
      Terminal.complain("ocpp station: \(error)")
      return 1
    }
  }

  private static func run(_ configuration: StationConfiguration) throws -> Int32 {
    if configuration.control != nil { return try ControlMode.run(configuration) }
    if configuration.script != nil { return try ScriptMode.run(configuration) }
    if Terminal.isInteractive && isatty(STDIN_FILENO) == 1 && !configuration.isVisit {
      return try InteractiveMode.run(configuration)
    }
    return try VisitMode.run(configuration)
  }

  private static var usage: String {
    """
    ocpp station: run a virtual charging station

    usage: ocpp station [options]

    \(SettingsReader(settings: StationConfiguration.settings).help)
      --help                      print this

    On a terminal it shows connectors, limits, queue and frames, and takes keys: p plugs a vehicle in
    or out, s swipes the token, b stops, f faults and clears, o cuts the network, w the power, : types
    a command, q quits.
    With --duration, or when standard output is not a terminal, it holds one session by itself: it
    boots, presents the token, charges, stops, and ends with status 0 when the central system has
    acknowledged everything; 3 when the token was refused. Ctrl-C ends the session early, a second
    Ctrl-C at once.
    With --control, programs plug, swipe and pull the plug over HTTP; POST /sut/start powers it on
    unless --url is given.

    \(Script.grammar)
    """
  }
}
