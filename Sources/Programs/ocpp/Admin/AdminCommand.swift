import Access
import Foundation
import OCPPJSON
import Store

/// `ocpp admin`: users, API keys and backups, whether the server runs or not.
enum AdminCommand {
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.isEmpty {
      Terminal.complain(usage)
      return 2
    }
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    do {
      let order = try AdminOrder(
        arguments, environment: ProcessInfo.processInfo.environment)
      try perform(order)
      return 0
    } catch let error as UsageError {
      Terminal.complain("ocpp admin: \(error.message)\nTry: ocpp admin --help")
      return 2
    } catch {
      Terminal.complain("ocpp admin: \(error)")
      return 1
    }
  }

  private static func perform(_ order: AdminOrder) throws {
    let path = order.configuration.databasePath
    guard FileManager.default.fileExists(atPath: path) else {
      throw UsageError("There is no database \(path); --data names the server's folder.")
    }
    let real = try SQLiteStore.realPath(path)
    if case .backup(let folder) = order.deed {
      let lines = try AdminBackup(database: real, folder: folder).run()
      for line in lines { Terminal.print(line) }
      return
    }
    let lines = try SQLiteStore.administer(path: path) { (editor, reader) throws(StoreError) in
      try order.run(editor, reader, now: RunningServer.clock())
    }
    for line in lines { Terminal.print(line) }
  }

  private static var usage: String {
    """
    ocpp admin: users, API keys and backups of a central system

    usage: ocpp admin user list
           ocpp admin user add EMAIL --role ROLE [--company ID] [--driver ID]
           ocpp admin user reset EMAIL
           ocpp admin user revoke EMAIL
           ocpp admin key list
           ocpp admin key add NAME --role ROLE [--company ID]
           ocpp admin key revoke NAME
           ocpp admin backup DIR

    options
      --data DIR                  the server's folder (ocpp-data)
      --database URL              sqlite:///path/to/file instead of a file in --data
      --role ROLE                 admin, operator, viewer, driver
      --company ID                the only company it sees anything of; not for an admin
      --driver ID                 the driver this person is
      --help                      print this

    add and reset print a password or a key, once. reset makes a new password, lets the person in
    again and ends all sign-ins; revoke deletes the person or the key. A server that runs takes it
    over within a second or two. OCPP_PASSWORD, when set, is the new password instead.

    backup copies the database, as it is at one instant, and its key file into DIR, which must be
    empty or not there yet; the server may run. `ocpp serve --data` takes a copy of DIR as it is.
    The journal of frames, certificates and configuration files are not in it. More, also about
    restoring and upgrading: docs/operating.md.
    """
  }
}
