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
    let log = ServerLog(threshold: configuration.logLevel)
    // Signals are watched before anything can be interrupted half-way.
    let main = try EventLoop()
    for signal in [SIGTERM, SIGINT] {
      try main.onSignal(signal) { main.stop() }
    }
    let server = try RunningServer(configuration, log: log)
    try main.onSignal(SIGHUP) { server.reloadCertificates(log) }
    announce(server, configuration)
    let places = server.listeners.map(\.place).joined(separator: ", ")
    log.info("serving on \(places), data in \(configuration.data)")
    main.run()
    log.info("stopping")
    server.stop()
    log.info("stopped")
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
    if let admin = server.newAdmin {
      Terminal.print("  admin      \(admin.email), password \(admin.password)")
      Terminal.print("             shown this once: POST /auth/login")
    }
    if let key = server.newAPIKey {
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
    --database is DATABASE_URL) or a member of the configuration file ("log_level"). The command
    line beats the environment, which beats the file. Several listeners stand between semicolons, or
    in the file in an array.
    SIGTERM and Ctrl-C end it cleanly: answers under way leave, the store closes. SIGHUP reads
    certificates and keys again.
    """
  }
}
