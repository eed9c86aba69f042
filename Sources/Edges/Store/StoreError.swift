/// What the store could not do, to which file, and what to do next.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// An open set: callers match the ones they know how to handle.
  public struct Code: Sendable, Hashable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Another server has the data folder open.
    public static let inUse = Code(rawValue: "inUse")
    /// Another program holds the database longer than `StoreLimits.busyMilliseconds`.
    public static let locked = Code(rawValue: "locked")
    /// The file belongs to another program.
    public static let foreignFile = Code(rawValue: "foreignFile")
    /// A later version of this program wrote the file.
    public static let newerSchema = Code(rawValue: "newerSchema")
    /// An earlier version of this program wrote the file, and only a server's start upgrades it.
    public static let olderSchema = Code(rawValue: "olderSchema")
    /// The file is damaged or not a database.
    public static let corrupt = Code(rawValue: "corrupt")
    /// The files are no longer where they were when the store was opened.
    public static let gone = Code(rawValue: "gone")
    public static let diskFull = Code(rawValue: "diskFull")
    /// The file or its folder may not be read or written, or is not there.
    public static let permission = Code(rawValue: "permission")
    /// Reading or writing the file failed underneath.
    public static let inputOutput = Code(rawValue: "inputOutput")
    /// A row breaks a rule of the schema.
    public static let constraint = Code(rawValue: "constraint")
    /// The thing to create is there already.
    public static let exists = Code(rawValue: "exists")
    /// The thing to change is not there.
    public static let notFound = Code(rawValue: "notFound")
    /// The thing to delete still has others that belong to it.
    public static let hasTransactions = Code(rawValue: "hasTransactions")
    /// The thing to delete is not empty.
    public static let hasChildren = Code(rawValue: "hasChildren")
    /// Nobody could let others in any more.
    public static let lastAdmin = Code(rawValue: "lastAdmin")
    /// The thing to create or change lacks something, or may not change so.
    public static let incomplete = Code(rawValue: "incomplete")
    /// The store has been closed.
    public static let closed = Code(rawValue: "closed")
    /// The inbox is at `StoreLimits.inboxEntries`.
    public static let overloaded = Code(rawValue: "overloaded")
    /// A repeated stop says something else than the first one did; the first one stands.
    public static let stopDiffers = Code(rawValue: "stopDiffers")
    /// Anything else SQLite refuses.
    public static let sqlite = Code(rawValue: "sqlite")
  }

  public var code: Code
  /// The database file.
  public var path: String
  /// What happened.
  public var message: String
  /// What to do next; empty when there is nothing to advise.
  public var advice: String

  public init(_ code: Code, path: String, _ message: String, advice: String = "") {
    self.code = code
    self.path = path
    self.message = message
    self.advice = advice
  }

  public var description: String {
    advice.isEmpty ? "\(path): \(message)" : "\(path): \(message). \(advice)"
  }

  /// Whether nothing else could be written either.
  var isAboutTheDisk: Bool { code == .diskFull || code == .inputOutput }

  /// Whether the error says something about one entry, so that its neighbours may still be kept.
  var isAboutOneEntry: Bool { code == .constraint || code == .sqlite }
}
