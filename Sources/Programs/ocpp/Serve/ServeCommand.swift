import API
import Foundation
import Network
import ServerLog

/// `ocpp serve`.
enum ServeCommand {
  static var version: String { ProductVersion.current }

  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    // It means "read the certificates again": before there is a server, nothing.
    signal(SIGHUP, SIG_IGN)
    do {
      let configuration = try ServeConfiguration.read(
        arguments: arguments, environment: ProcessInfo.processInfo.environment)
      try serve(configuration)
      return 0
    } catch let error as UsageError {
      Terminal.complain("ocpp serve: \(error.message)\nTry: ocpp serve --help")
      return 2
    } catch {
      Terminal.complain("ocpp serve: \(error)")
      return 1
    }
  }

  private static func serve(_ configuration: ServeConfiguration) throws {
    Terminal.neverWait()
    let log = ServerLog(threshold: configuration.logLevel)
    // Signals are watched before anything can be interrupted half-way.
    let main = try EventLoop()
    // They are heard when `main` runs, and then there is a server.
    var running: RunningServer?
    var ending = Ending()
    try main.onSignal(SIGTERM) { ending.begin(running, main, log) }
    try main.onSignal(SIGINT) {
      ending.interruptions += 1
      if ending.interruptions > 1 { _exit(130) }
      ending.begin(running, main, log)
    }
    try main.onSignal(SIGHUP) { running?.reloadCertificates(log) }
    let server = try RunningServer(configuration, log: log)
    running = server
    announce(server, configuration)
    let places = server.listeners.map(\.place).joined(separator: ", ")
    log.info("serving on \(places), data in \(configuration.databasePath)")
    main.run()
    // All is kept: nobody needs to hurry what is left of the process.
    signal(SIGTERM, SIG_IGN)
  }

  /// How the server is asked to end: the first time it begins to, on a thread of its own, so that `main`
  /// goes on hearing signals. More of them change nothing, except that a second Ctrl-C ends it at once:
  /// somebody is waiting there.
  private struct Ending {
    var interruptions = 0
    private var hasBegun = false

    mutating func begin(_ server: RunningServer?, _ main: EventLoop, _ log: ServerLog) {
      guard let server, !hasBegun else { return }
      hasBegun = true
      log.info("stopping")
      Thread.detachNewThread {
        server.stop()
        log.info("stopped")
        main.stop()
      }
    }
  }

  private static func announce(_ server: RunningServer, _ configuration: ServeConfiguration) {
    Terminal.print("ocpp serve is ready")
    for listener in server.listeners {
      let end = listener.tls == nil ? "" : "s"
      Terminal.print("  stations   ws\(end)://\(listener.place)/ocpp/{identity}")
      Terminal.print("  HTTP       http\(end)://\(listener.place)/health")
    }
    if server.listeners.count > 1 || server.listeners[0].tls != nil {
      for listener in server.listeners {
        Terminal.print("  security   \(listener.place): \(listener.spec.security.summary)")
      }
    }
    Terminal.print("  data       \(configuration.databasePath)")
    if configuration.isOpen {
      Terminal.print("  open       anybody on this machine may do anything (--open)")
    }
    if configuration.hasTestAPI {
      Terminal.print("  test API   http://\(server.listeners[0].place)/api/octt/ (--test-api)")
    }
    if let admin = server.firstCredentials.admin {
      Terminal.print("  admin      \(admin.email), password \(admin.password)")
      Terminal.print("             shown this once: POST /auth/login")
    }
    if let key = server.firstCredentials.apiKey {
      Terminal.print("  API key    \(key)")
      Terminal.print("             shown this once: Authorization: Bearer <key>")
    }
  }

  private static var usage: String {
    """
    ocpp serve: run the central system

    usage: ocpp serve [options]

    \(SettingsReader(settings: ServeConfiguration.settings).help)
      --help                      print this

    Every option may also be an environment variable (--log-level is OCPP_LOG_LEVEL, or LOG_LEVEL;
    --database is OCPP_DATABASE, or DATABASE_URL; OCPP_… beats the other) or a member of the
    configuration file ("log_level"). The command line beats the environment, which beats the file.
    Several listeners stand between semicolons, or in the file in an array.
    SIGTERM and Ctrl-C end it cleanly: answers under way leave, the store closes. More SIGTERMs change
    nothing then; a second Ctrl-C ends it at once. SIGHUP reads certificates and keys again.
    """
  }
}
