import Foundation
import TestKit
import Testing

@Suite("The ocpp executable")
struct ExecutableTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())").path

  /// A server on a port that the system chooses, once it is ready.
  func serve(_ more: [String] = ["--open"], _ environment: [String: String] = [:]) throws
    -> (program: Program, port: UInt16)
  {
    let program = try Program(["serve", "--port", "0", "--data", folder] + more, environment)
    let line = try #require(program.line(containing: "HTTP"))
    let port = try #require(line.firstMatch(of: /:(\d+)\/health/).flatMap { UInt16($0.1) })
    return (program, port)
  }

  @Test("It tells its version and its commands")
  func overview() throws {
    #expect(try run("version").output == "ocpp 0.1.0\n")
    #expect(try run("--version").status == 0)
    for word in ["help", "--help", "-h"] {
      let help = try run(word)
      #expect(help.status == 0)
      for command in [
        "serve", "station", "fleet", "demo", "demo-data", "check", "schema", "version",
      ] {
        #expect(help.output.contains("  \(command) "))
      }
    }
  }

  @Test("Without a command, or with one that is none, it ends with 2 and says what there is")
  func noCommand() throws {
    let none = try run()
    #expect(none.status == 2)
    #expect(none.error.contains("usage: ocpp <command>"))
    let unknown = try run("fly")
    #expect(unknown.status == 2)
    #expect(unknown.error.hasPrefix("ocpp: there is no command \"fly\"."))
    #expect(unknown.output == "")
  }

  @Test(
    "Every command explains itself", arguments: ["serve", "station", "fleet", "demo", "demo-data"])
  func help(command: String) throws {
    for word in ["--help", "-h"] {
      let help = try run(command, word)
      #expect(help.status == 0)
      #expect(help.output.contains("usage: ocpp \(command) [options]"))
    }
  }

  @Test(
    "A bad option ends with 2 and names it",
    arguments: ["serve", "station", "fleet", "demo", "demo-data"])
  func badOption(command: String) throws {
    let end = try run(command, "--colour")

    #expect(end.status == 2)
    #expect(
      end.error == "ocpp \(command): There is no option --colour.\nTry: ocpp \(command) --help\n")
    #expect(end.output == "")
  }

  @Test("--open on a foreign address is refused before anything is opened")
  func openForeign() throws {
    let end = try run("serve", "--open", "--address", "0.0.0.0", "--data", folder)

    #expect(end.status == 2)
    #expect(end.error.contains("loopback only"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("A database of another kind is refused without telling its password")
  func otherDatabase() throws {
    let end = try run("serve", environment: ["DATABASE_URL": "postgres://u:secret@h/d"])

    #expect(end.status == 2)
    #expect(!end.error.contains("secret"))
  }

  @Test("A port that is taken ends with 1, and an address that is none with 2")
  func cannotListen() throws {
    let (first, port) = try serve()
    let second = try run("serve", "--open", "--port", "\(port)", "--data", folder + "-2")
    #expect(second.status == 1)
    #expect(second.error.contains("\(port)"))
    #expect(
      try run("serve", "--address", "nowhere", "--port", "0", "--data", folder + "-3").status == 2)
    first.terminate()
    _ = first.end()
  }

  @Test("A data folder has one server at a time")
  func oneServer() throws {
    let (first, _) = try serve()
    let second = try run("serve", "--open", "--port", "0", "--data", folder)
    #expect(second.status == 1)
    #expect(second.error.contains("ocpp.sqlite"))
    first.terminate()
    #expect(first.end().status == 0)
  }

  @Test("A station charges at a server; both end with 0; the ledger outlives the server")
  func visit() throws {
    let (server, port) = try serve()
    let station = try Program([
      "station", "--url", "ws://127.0.0.1:\(port)/ocpp", "--id", "T1", "--duration", "2",
      "--sample-interval", "1", "--power", "150000",
    ])

    let end = station.end()
    #expect(end.status == 0)
    #expect(end.output.contains("T1: session over:"))
    #expect(HTTPClient(port: port).get("/transactions/1").json["status"] as? String == "completed")
    server.terminate()
    #expect(server.end().status == 0)

    let (again, newPort) = try serve()
    #expect(
      HTTPClient(port: newPort).get("/transactions/1").json["status"] as? String == "completed")
    again.interrupt()
    #expect(again.end().status == 0)
  }

  @Test("A server that is not open gives out a key once, and refuses unknown stations and tokens")
  func closedServer() throws {
    let (server, port) = try serve([], ["OCPP_LOG_LEVEL": "debug"])
    let key = try #require(server.line(containing: "API key")?.split(separator: " ").last)
    let http = HTTPClient(port: port)
    let bearer = [("Authorization", "Bearer \(key)")]
    #expect(http.get("/tokens").status == 401)
    #expect(http.get("/tokens", bearer).status == 200)
    #expect(
      http.request(
        "POST", "/charge-points", bearer,
        body: #"{"charge_point_id":"T1","password":"0123456789abcdef"}"#
      ).status == 201)

    // Unknown tokens are invalid: the station ends with 3.
    let station = try run(
      "station", "--url", "ws://127.0.0.1:\(port)/ocpp", "--id", "T1",
      environment: ["OCPP_PASSWORD": "0123456789abcdef"])
    #expect(station.status == 3)
    #expect(station.output.contains("refused the token"))
    server.terminate()
    let end = server.end()
    #expect(end.status == 0)
    #expect(!end.error.contains("0123456789abcdef"))
    #expect(!end.error.contains(key))

    // The next start does not give out another key; the first one and the station are still good.
    let (again, newPort) = try serve([])
    #expect(HTTPClient(port: newPort).get("/tokens", bearer).status == 200)
    #expect(
      HTTPClient(port: newPort).get("/charge-points/T1", bearer).json["has_password"] as? Bool
        == true)
    again.terminate()
    #expect(!again.end().output.contains("API key"))
  }

  @Test("An interrupted station ends its session first; with nobody there it gives up with 130")
  func interruptedStation() throws {
    let (server, port) = try serve()
    let station = try Program([
      "station", "--url", "ws://127.0.0.1:\(port)/ocpp", "--id", "T1", "--duration", "600",
    ])
    _ = station.line(containing: "kWh")
    station.interrupt()
    let end = station.end()
    #expect(end.status == 0)
    #expect(end.output.contains("vehicle unplugged"))
    server.terminate()
    _ = server.end()

    let lonely = try Program(["station", "--url", "ws://127.0.0.1:\(port)/ocpp"])
    _ = lonely.line(containing: "trying again")
    lonely.interrupt()
    #expect(lonely.end().status == 130)
  }

  @Test("The demo charges, sums up and ends by itself when nobody looks")
  func demo() throws {
    let end = try run("demo", "--port", "0", "--data", folder, "--duration", "3")

    #expect(end.status == 0)
    #expect(end.output.contains("DEMO: session over:"))
    #expect(end.output.contains("transaction    1"))
    #expect(end.output.contains(" serve --open --data \(folder)"))
  }

  @Test("A quiet world keeps every promise, and a bad option says what is wrong")
  func world() throws {
    let end = try run(
      "world", "--seed", "3", "--stations", "1", "--days", "1", "--faults", "none")
    #expect(end.status == 0)
    #expect(end.output.contains("every promise held"))

    let help = try run("world", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("--faults none|mild|harsh"))

    let wrong = try run("world", "--faults", "loud")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("loud"))
  }

  @Test("A schema is printed for what exists; what does not is told with what comes near")
  func schema() throws {
    let one = try run("schema", "1.6", "MeterValues")
    #expect(one.status == 0)
    #expect(one.output.contains("\"title\": \"MeterValuesRequest\""))
    let list = try run("schema", "2.0.1")
    #expect(list.output.contains("TransactionEvent"))
    #expect(try run("schema", "--help").status == 0)
    #expect(try run("schema").status == 2)
    #expect(try run("schema", "3.0").status == 2)

    let near = try run("schema", "1.6", "MeterValue")
    #expect(near.status == 2)
    #expect(near.error.contains("MeterValues"))
  }
}
