#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension SQLiteStore {
  /// Where a database really is, so that one that is reached by a link has one lock, one WAL and one
  /// key file. Itself for ":memory:".
  ///
  /// - Throws: `permission` for a link that leads nowhere, or a folder that is not there.
  public static func realPath(_ path: String) throws(StoreError) -> String {
    if path == ":memory:" { return path }
    if let real = resolved(path) { return real }
    var found = stat()
    if lstat(path, &found) == 0 {
      throw StoreError(
        .permission, path: path, "this link leads nowhere",
        advice: "Name the file itself, or mend the link.")
    }
    // A new file: its folder is there, or opening it says what is wrong.
    guard let folder = resolved(Database.folder(of: path)) else { return path }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

extension StoreError {
  /// A file that has two names has two locks and two WALs, and is damaged by the second server.
  static func linked(_ path: String, _ names: Int) -> StoreError {
    StoreError(
      .permission, path: path, "the file has \(names) names (hard links)",
      advice: "Two servers could open it and damage it. Remove the others, or give the server a "
        + "copy of its own: cp FILE COPY.")
  }
}
