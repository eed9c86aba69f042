import Foundation

/// The folder in which a station keeps its firmware and certificates: a given one, or one that is made
/// when it is needed and goes with the station.
final class StationFolder {
  private let given: String?
  private var temporary: String?

  init(_ given: String?) { self.given = given }

  deinit {
    if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// The path of a file in it; the folder is there afterwards.
  func path(_ name: String) throws -> String {
    let folder = try folder()
    return folder + "/" + name
  }

  /// The path of a file that is there.
  func existing(_ name: String) -> String? {
    guard let folder = given ?? temporary else { return nil }
    let path = folder + "/" + name
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Writes a file so that it is there whole or not at all. Only its owner may read it.
  func write(_ contents: Data, _ name: String) throws {
    let path = try path(name)
    let fresh = path + ".new"
    let isMade = FileManager.default.createFile(
      atPath: fresh, contents: contents, attributes: [.posixPermissions: 0o600])
    guard isMade, rename(fresh, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func read(_ name: String) -> Data? {
    existing(name).flatMap { FileManager.default.contents(atPath: $0) }
  }

  func remove(_ name: String) {
    if let path = existing(name) { try? FileManager.default.removeItem(atPath: path) }
  }

  private func folder() throws -> String {
    if let given {
      try FileManager.default.createDirectory(
        atPath: given, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      return given
    }
    if let temporary { return temporary }
    var template = Array((NSTemporaryDirectory() + "/ocpp-station-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    temporary = path
    return path
  }
}
