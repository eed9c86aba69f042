#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a database was before an upgrade, beside it: `<database>.before-<schema>`, with the number
/// of the schema that came. One is kept, the newest.
enum UpgradeCopy {
  static func path(of database: String, before schema: Int64) -> String {
    "\(database).before-\(schema)"
  }

  static func make(
    of database: Database, _ onNotice: (String) -> Void
  ) throws(StoreError) {
    let target = path(of: database.path, before: Schema.newest)
    // There is one already when an upgrade was killed after its copy: of this same database.
    unlink(target)
    do throws(StoreError) {
      let bytes = try database.copyWhole(to: target)
      onNotice("the database as it was before the upgrade is kept as \(target) (\(bytes) bytes)")
    } catch {
      guard error.code == .diskFull else { throw error }
      throw StoreError(
        .diskFull, path: database.path,
        "it has an older schema, and is copied before it is upgraded: \(error.message)",
        advice: "Free some space, or make a backup elsewhere and start with --no-upgrade-copy.")
    }
    // Only after the newer one is there.
    for schema in 1..<Schema.newest { unlink(path(of: database.path, before: schema)) }
  }
}
