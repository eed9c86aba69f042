import ServerLog

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one executable: every command in one place.
@main
struct OCPPProgram {
  static func main() {
    openStandardDescriptors()
    // Whoever started the program may have blocked the signals that end it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status = run(arguments)
    LineQueue.finishStandard()
    let isLost = isOutputResult(of: arguments.first) && !Terminal.isAllWritten()
    exit(status == 0 && isLost ? 1 : status)
  }

  /// Whoever started the program may have closed them: a socket or a database in their place would get what
  /// is printed.
  private static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest that is free: this one.
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Whether what a command prints is what it is run for. What others print is news of what they do,
  /// and what they do is done.
  private static func isOutputResult(of command: String?) -> Bool {
    switch command {
    case "serve", "station", "fleet", "demo": false
    default: true
    }
  }

  static func run(_ arguments: [String]) -> Int32 {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "serve": return ServeCommand.run(rest)
    case "station": return StationCommand.run(rest)
    case "fleet": return FleetCommand.run(rest)
    case "admin": return AdminCommand.run(rest)
    case "demo": return DemoCommand.run(rest)
    case "demo-data": return DemoDataCommand.run(rest)
    case "check": return CheckCommand.run(rest)
    case "schema": return SchemaCommand.run(rest)
    case "world": return WorldCommand.run(rest)
    case "version", "--version":
      Terminal.print("ocpp \(ServeCommand.version)")
      return 0
    case "help", "--help", "-h":
      Terminal.print(usage)
      return 0
    case nil:
      Terminal.complain(usage)
      return 2
    case let unknown?:
      Terminal.complain("ocpp: there is no command \"\(unknown)\".\n\n\(usage)")
      return 2
    }
  }

  static let usage = """
    ocpp: the OCPP central system and virtual charging stations in one program

    usage: ocpp <command> [options]

      serve      run the central system: WebSocket door for stations, HTTP interface, store
      station    run a virtual charging station: by itself, by keys, by a script, over HTTP
      fleet      run many virtual stations, with drivers who come and go
      admin      users and API keys of a central system
      demo       run both and watch a charging session
      demo-data  put companies, chargers, drivers and sessions to look at on a server
      check      try the door for apps of a server: sync a station, charge, stop
      schema     print the JSON Schema of a message
      world      simulate stations and a central system with faults, from a seed
      version    print the version

    ocpp <command> --help tells more of a command.
    """
}
