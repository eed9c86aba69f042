import Foundation
import Testing

/// What an operator does with a data folder.
@Suite("Keeping a data folder") struct KeepingProgramTests {
  private let folder = NSTemporaryDirectory() + "keeping-" + UUID().uuidString

  /// Starts a server on a folder, and ends it once it is ready.
  private func serve(_ data: String, backup: String? = nil) throws -> String {
    let server = try Program(["serve", "--data", data, "--port", "0"])
    #expect(server.line(containing: "ocpp serve is ready") != nil)
    if let backup {
      let told = try run("admin", "backup", backup, "--data", data)
      #expect(told.status == 0 && told.output.contains("\(backup)/ocpp.sqlite  "), "\(told)")
    }
    server.terminate()
    return server.end().output
  }

  @Test("A backup of a running server is a data folder, with the same people and the same key")
  func backup() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (data, copy) = (folder + "/data", folder + "/copy")
    #expect(try serve(data, backup: copy).contains("admin@localhost"))
    let names = try FileManager.default.contentsOfDirectory(atPath: copy).sorted()
    #expect(names == ["ocpp.sqlite", "ocpp.sqlite.key"])
    let key = copy + "/ocpp.sqlite.key"
    #expect(FileManager.default.contentsEqual(atPath: key, andPath: data + "/ocpp.sqlite.key"))
    let rights = try FileManager.default.attributesOfItem(atPath: key)
    #expect(rights[.posixPermissions] as? Int == 0o600)

    // Nobody is made anew.
    #expect(try !serve(copy).contains("password"))
    let again = try run("admin", "backup", copy, "--data", data)
    #expect(again.status == 2 && again.error.contains("has something in it"))
    #expect(try run("admin", "--help").output.contains("admin backup DIR"))

    // One that was killed does not stand in the way of the next.
    try FileManager.default.removeItem(atPath: copy + "/ocpp.sqlite")
    for rest in ["-shm", "-wal", ".lock"] {
      try? FileManager.default.removeItem(atPath: copy + "/ocpp.sqlite" + rest)
    }
    try? FileManager.default.removeItem(atPath: copy + "/frames")
    try? FileManager.default.removeItem(atPath: copy + "/frames.lock")
    #expect(try run("admin", "backup", copy, "--data", data).status == 2)
    #expect(FileManager.default.createFile(atPath: copy + "/ocpp.sqlite.part", contents: nil))
    let third = try run("admin", "backup", copy, "--data", data)
    #expect(third.status == 0, "\(third.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy).sorted() == names)
  }

  @Test("A database in memory starts again and again, and leaves no key behind")
  func inMemory() throws {
    let here = FileManager.default.currentDirectoryPath + "/:memory:.key"
    #expect(!FileManager.default.fileExists(atPath: here))
    for _ in 0..<2 {
      let refused = try run(
        "serve", "--database", "sqlite://:memory:", "--frames-days", "0", "--listen",
        "profile=2,port=0,cert=/none.pem,key=/none.pem")
      #expect(refused.status == 1 && refused.error.contains("/none.pem"), "\(refused.error)")
    }
    #expect(!FileManager.default.fileExists(atPath: here))
  }

  @Test("A database that is gone or empty beside its key is not begun anew")
  func emptied() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try serve(folder)
    let database = URL(filePath: folder + "/ocpp.sqlite")
    try Data().write(to: database)
    let empty = try run("serve", "--data", folder, "--port", "0")
    #expect(empty.status == 2 && empty.error.contains("delete the key file to begin anew"))
    try FileManager.default.removeItem(at: database)
    #expect(try run("serve", "--data", folder, "--port", "0").status == 2)
  }
}
