public import OCPPJSON

/// Where a job is in its life.
public enum JobStatus: Int64, Sendable, CaseIterable {
  case running = 0
  case completed = 1
  case cancelled = 2
  /// The server stopped before the job was over.
  case interrupted = 3

  /// The word of the HTTP interface.
  public var word: String {
    switch self {
    case .running: "running"
    case .completed: "completed"
    case .cancelled: "cancelled"
    case .interrupted: "interrupted"
    }
  }
}

/// One command for many stations.
public struct JobRow: Sendable, Equatable {
  public var id: Int
  public var command: Text
  /// JSON.
  public var parameters: Text
  /// In seconds.
  public var timeout: Int?
  public var parallelism: Int
  public var total: Int
  public var answered: Int
  public var failed: Int
  public var status: JobStatus
  public var createdAt: DateTime
  public var finishedAt: DateTime?

  /// A new job, without an id yet.
  public init(
    command: Text, parameters: Text, timeout: Int?, parallelism: Int, total: Int,
    createdAt: DateTime
  ) {
    id = 0
    self.command = command
    self.parameters = parameters
    self.timeout = timeout
    self.parallelism = parallelism
    self.total = total
    answered = 0
    failed = 0
    status = .running
    self.createdAt = createdAt
  }
}

/// What became of a job at one station.
public struct JobStationRow: Sendable, Equatable {
  public var position: Int
  public var station: Text
  /// Nil as long as there is no outcome.
  public var isFailure: Bool?
  /// The station's answer, or the problem, as JSON.
  public var outcome: Text?
  public var finishedAt: DateTime?

  public init(
    position: Int, station: Text, isFailure: Bool?, outcome: Text?, finishedAt: DateTime?
  ) {
    self.position = position
    self.station = station
    self.isFailure = isFailure
    self.outcome = outcome
    self.finishedAt = finishedAt
  }
}
