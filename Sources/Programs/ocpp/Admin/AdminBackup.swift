import Foundation
import Store

/// `ocpp admin backup`: a whole copy of the database and of its key file in a folder of its own, which
/// `ocpp serve --data` takes as it is.
struct AdminBackup {
  let database: String
  let folder: String

  /// - Returns: what was written, for people.
  func run() throws -> [String] {
    try makeFolder()
    let target = "\(folder)/ocpp.sqlite"
    do {
      // First: a folder with a database in it is a whole backup.
      let keyLine = try copyKey(beside: target)
      let bytes = try SQLiteStore.backUp(path: database, to: target)
      return ["\(target)  \(AdminBackup.size(bytes))", keyLine]
    } catch {
      try? FileManager.default.removeItem(atPath: VaultFile.path(beside: target))
      throw error
    }
  }

  private func makeFolder() throws {
    let files = FileManager.default
    if let inside = try? files.contentsOfDirectory(atPath: folder) {
      let begun: Set = ["ocpp.sqlite.key", "ocpp.sqlite.part", "ocpp.sqlite.part-journal"]
      // A backup that was killed is begun anew.
      let wasKilled = inside.contains("ocpp.sqlite.part") && begun.isSuperset(of: inside)
      guard inside.isEmpty || wasKilled else {
        throw UsageError(
          "\(folder) has something in it; name a folder that is empty or not there yet.")
      }
      return
    }
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw UsageError("The folder \(folder) cannot be made: \(error.localizedDescription)")
    }
  }

  private func copyKey(beside target: String) throws -> String {
    let files = FileManager.default
    let source = VaultFile.path(beside: database)
    guard files.fileExists(atPath: source) else {
      return "there is no key file \(source), so none is in the backup"
    }
    guard let key = files.contents(atPath: source) else {
      throw UsageError("The key file \(source) cannot be read.")
    }
    let copy = VaultFile.path(beside: target)
    let isWritten = files.createFile(
      atPath: copy, contents: key, attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw UsageError("The key file \(copy) cannot be written.") }
    try SQLiteStore.makeDurable(copy)
    return "\(copy)  \(key.count) bytes; who has it and the database can read every secret"
  }

  private static func size(_ bytes: Int64) -> String {
    bytes < 10 << 20 ? "\(bytes) bytes" : "\(bytes) bytes (\(bytes >> 20) MiB)"
  }
}
