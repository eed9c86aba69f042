import Access
import Foundation
import Network

/// The file with the key under which secrets are sealed: beside the database, for its owner only.
enum VaultFile {
  static func path(beside database: String) -> String { "\(database).key" }

  /// The vault of a database; its key is made at the first start.
  static func vault(beside database: String) throws -> SecretVault {
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
