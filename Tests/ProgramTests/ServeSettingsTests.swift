import Foundation
import ServerLog
import Testing

@testable import ocpp

/// A file with this text that is gone after the test.
private final class TemporaryFile {
  let path: String

  init(_ text: String) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID()).json").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The message of the error that reading settings ends with.
private func complaint(
  _ arguments: [String], _ environment: [String: String] = [:]
) -> String? {
  do throws(UsageError) {
    _ = try ServeConfiguration.read(arguments: arguments, environment: environment)
    return nil
  } catch {
    return error.message
  }
}

@Suite("The settings of ocpp serve")
struct ServeSettingsTests {
  @Test("Without anything said it serves on loopback, closed, with its data beside it")
  func defaults() throws {
    let settings = try ServeConfiguration.read(arguments: [], environment: [:])

    #expect(settings.address == "127.0.0.1")
    #expect(settings.port == 8000)
    #expect(settings.databasePath == "ocpp-data/ocpp.sqlite")
    #expect(!settings.isOpen)
    #expect(settings.requiresStationPassword == nil)
    #expect(settings.logLevel == .info)
    #expect(settings.heartbeatInterval == 300)
    #expect(settings.pingInterval == 60)
    #expect(settings.loops == 1)
    #expect(settings.apiKey == nil)
  }

  @Test("The file beats the defaults, the environment the file, the command line all of them")
  func precedence() throws {
    let file = try TemporaryFile(
      #"{"port":1,"data":"file","log_level":"error","open":true,"loops":2}"#)
    let environment = [
      "OCPP_CONFIG": file.path, "OCPP_PORT": "2", "OCPP_DATA": "environment", "OCPP_LOOPS": "",
    ]

    let settings = try ServeConfiguration.read(
      arguments: ["--port", "3"], environment: environment)

    #expect(settings.port == 3)
    #expect(settings.data == "environment")
    #expect(settings.logLevel == .error)
    #expect(settings.isOpen)
    // An empty variable is as good as none.
    #expect(settings.loops == 2)
  }

  @Test("A value may follow its option or stand behind an equals sign; the last one counts")
  func spelling() throws {
    let settings = try ServeConfiguration.read(
      arguments: ["--port=1", "--data=a=b", "--port", "2", "--open", "--log-level=ERROR"],
      environment: [:])

    #expect(settings.port == 2)
    #expect(settings.data == "a=b")
    #expect(settings.isOpen)
    #expect(settings.logLevel == .error)
    #expect(
      try !ServeConfiguration.read(arguments: ["--open", "--open=no"], environment: [:]).isOpen)
  }

  @Test(
    "Every setting can be set in all three places",
    arguments: [
      ("address", "127.0.0.2"), ("port", "99"), ("data", "d"), ("open", "yes"),
      ("station-auth", "none"), ("log-level", "debug"), ("heartbeat-interval", "7"),
      ("ping-interval", "7"), ("loops", "7"), ("max-message-bytes", "7777"),
      ("max-connections", "7"),
      ("database", "sqlite:///x"), ("api-key", "0123456789abcdef"),
    ])
  func everywhere(name: String, value: String) throws {
    let snake = name.replacingOccurrences(of: "-", with: "_")
    let file = try TemporaryFile("{\"\(snake)\":\"\(value)\"}")
    func shown(_ arguments: [String], _ environment: [String: String]) throws -> String {
      var settings = try ServeConfiguration.read(arguments: arguments, environment: environment)
      settings.configurationFile = nil
      return "\(settings)"
    }

    let byArgument = try shown(["--\(name)", value].filter { name != "open" || $0 != value }, [:])

    #expect(byArgument != "\(ServeConfiguration())")
    #expect(try shown([], ["OCPP_\(snake.uppercased())": value]) == byArgument)
    #expect(try shown(["--config", file.path], [:]) == byArgument)
  }

  @Test("LOG_LEVEL and DATABASE_URL are known by their common names")
  func commonNames() throws {
    let settings = try ServeConfiguration.read(
      arguments: [],
      environment: ["LOG_LEVEL": "warning", "DATABASE_URL": "sqlite:///var/lib/x.db"])

    #expect(settings.logLevel == .warning)
    #expect(settings.databasePath == "/var/lib/x.db")
  }

  static let bad: [(String, String, String)] = [
    ("port", "65536", "\"65536\" is not a whole number from 0 to 65535."),
    ("port", "-1", "\"-1\" is not a whole number from 0 to 65535."),
    ("port", "80a", "\"80a\" is not a whole number from 0 to 65535."),
    ("open", "maybe", "\"maybe\" is neither true nor false."),
    ("station-auth", "tls", "\"tls\" is neither basic nor none."),
    ("log-level", "loud", "\"loud\" is none of debug, info, warning, error."),
    ("heartbeat-interval", "0", "\"0\" is not a whole number from 1 to 86400."),
    ("ping-interval", "3601", "\"3601\" is not a whole number from 1 to 3600."),
    ("loops", "65", "\"65\" is not a whole number from 1 to 64."),
    ("max-message-bytes", "1023", "\"1023\" is not a whole number from 1024 to 16777216."),
    ("max-connections", "0", "\"0\" is not a whole number from 1 to 1000000."),
    ("api-key", "short", "an API key has at least 16 characters."),
    (
      "database", "postgres://user:secret@host/db",
      "\"postgres:…\" cannot be used: this build stores in SQLite only (sqlite:///path/to/file)."
    ),
    (
      "database", "sqlite://",
      "\"sqlite:…\" cannot be used: this build stores in SQLite only (sqlite:///path/to/file)."
    ),
  ]

  @Test("A bad value is refused with the place it stands in", arguments: bad)
  func badValue(name: String, value: String, message: String) throws {
    let snake = name.replacingOccurrences(of: "-", with: "_")
    let file = try TemporaryFile("{\"\(snake)\":\"\(value)\"}")

    #expect(complaint(["--\(name)=\(value)"]) == "--\(name): \(message)")
    #expect(
      complaint([], ["OCPP_\(snake.uppercased())": value])
        == "OCPP_\(snake.uppercased()): \(message)")
    #expect(complaint(["--config", file.path]) == "\(file.path): \(snake): \(message)")
  }

  @Test("What is no option is named")
  func noOption() {
    #expect(complaint(["--colour", "red"]) == "There is no option --colour.")
    #expect(complaint(["port", "1"]) == "\"port\" is not an option.")
    #expect(complaint(["--"]) == "There is no option --.")
    #expect(complaint(["--=1"]) == "There is no option --=1.")
    #expect(complaint(["-p", "1"]) == "\"-p\" is not an option.")
    #expect(complaint(["--port"]) == "--port needs a value: --port N.")
    // An empty value is none, and does not swallow the next option.
    #expect(complaint(["--port=", "--open"]) == "--port needs a value: --port N.")
    #expect(complaint(["--data", ""]) == "--data needs a value: --data DIR.")
    #expect(complaint(["--open="]) == "--open needs a value: --open yes or no.")
  }

  @Test("A configuration file that cannot be used is named")
  func badFiles() throws {
    let list = try TemporaryFile("[1]")
    let broken = try TemporaryFile("{")
    let nested = try TemporaryFile(#"{"port":{"a":1}}"#)
    let unknown = try TemporaryFile(#"{"log-level":"info"}"#)
    #expect(
      complaint(["--config", "/nowhere"]) == "The configuration file /nowhere cannot be read.")
    for file in [list, broken] {
      #expect(
        complaint(["--config", file.path])
          == "The configuration file \(file.path) is not a JSON object.")
    }
    #expect(
      complaint(["--config", nested.path])
        == "\(nested.path): port must be a text, a list of texts, a number, true or false.")
    #expect(
      complaint(["--config", unknown.path])
        == "\(unknown.path): there is no setting \"log-level\".")
  }

  @Test(
    "--open listens on loopback only", arguments: ["0.0.0.0", "::", "192.168.1.1", "10.127.0.1"])
  func openForeign(address: String) {
    #expect(
      complaint(["--open", "--address", address])
        == "--open lets anybody in and therefore listens on loopback only, not on \(address). "
        + "Leave out --address, or leave out --open.")
    #expect(complaint(["--address", address]) == nil)
  }

  @Test("Every loopback address will do for --open", arguments: ["127.0.0.1", "127.9.9.9", "::1"])
  func openLoopback(address: String) {
    #expect(complaint(["--open", "--address", address]) == nil)
  }
}
