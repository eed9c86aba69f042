import Access
import Foundation
import Network

/// The file with the key under which secrets are sealed: beside the database, for its owner only.
enum VaultFile {
  static func path(beside database: String) -> String { "\(database).key" }

  private static func isInMemory(_ database: String) -> Bool { database == ":memory:" }

  /// Refuses what would begin anew beside a key that was somebody's already: a database that is gone
  /// or empty, or a link to one whose key lies beside the link.
  ///
  /// - Parameters:
  ///   - database: its real path.
  ///   - name: what it was called.
  static func check(beside database: String, named name: String) throws(UsageError) {
    if isInMemory(database) { return }
    let files = FileManager.default
    let key = path(beside: database)
    let hasKey = files.fileExists(atPath: key)
    let attributes = try? files.attributesOfItem(atPath: database)
    if hasKey, (attributes?[.size] as? Int ?? 0) == 0 {
      throw UsageError(
        "The database \(database) is missing or empty, and yet its key file \(key) is there. "
          + "Restore the database (docs/operating.md), or delete the key file to begin anew.")
    }
    let other = path(beside: name)
    if !hasKey, attributes != nil, files.fileExists(atPath: other) {
      throw UsageError(
        "\(name) is a link to \(database), and its key file lies beside the link. "
          + "Move \(other) to \(key).")
    }
  }

  /// The vault of a database; its key is made at the first start.
  static func vault(beside database: String) throws -> SecretVault {
    // What nobody keeps needs no key that somebody keeps.
    if isInMemory(database) {
      return SecretVault(key: secureRandomBytes(SecretVault.keyLength))
    }
    let path = path(beside: database)
    guard let data = FileManager.default.contents(atPath: path) else {
      if FileManager.default.fileExists(atPath: path) {
        throw UsageError("The key file \(path) cannot be read.")
      }
      let key = secureRandomBytes(SecretVault.keyLength)
      let isWritten = FileManager.default.createFile(
        atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600])
      guard isWritten else { throw UsageError("The key file \(path) cannot be written.") }
      return SecretVault(key: key)
    }
    guard data.count == SecretVault.keyLength else {
      throw UsageError(
        "The key file \(path) is damaged: it has \(data.count) bytes instead of "
          + "\(SecretVault.keyLength). Restore it, or delete it: then everybody signs in again.")
    }
    return SecretVault(key: [UInt8](data))
  }
}
