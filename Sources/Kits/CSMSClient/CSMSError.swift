import Foundation
public import Network

/// Why a request came to nothing.
public enum CSMSError: Error, Sendable {
  /// The server said no, and why (RFC 9457).
  case problem(Problem)
  /// There was no answer.
  case network(NetworkError)
  /// There was an answer that this client does not understand.
  case unreadable(status: Int, String)
  /// The task was cancelled.
  case cancelled

  /// The problem document; nil when the server said nothing.
  public var problem: Problem? { if case .problem(let problem) = self { problem } else { nil } }

  /// The status of the answer; 0 without one.
  public var status: Int {
    switch self {
    case .problem(let problem): problem.status
    case .unreadable(let status, _): status
    case .network, .cancelled: 0
    }
  }

  init(_ reply: HTTPFetch.Reply) {
    if let problem = try? Wire.decoder.decode(Problem.self, from: Data(reply.body)) {
      self = .problem(problem)
    } else {
      let text = String(decoding: reply.body.prefix(500), as: UTF8.self)
      self = .unreadable(status: reply.status, "status \(reply.status): \(text)")
    }
  }
}

extension CSMSError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .problem(let problem): problem.description
    case .network(let error): "\(error)"
    case .unreadable(_, let what): "The answer cannot be understood: \(what)"
    case .cancelled: "The request was cancelled."
    }
  }
}

/// A problem document.
public struct Problem: Codable, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with one field of a request.
  public struct Field: Codable, Sendable, Equatable {
    public var field: String
    public var message: String
  }

  public var type: String
  public var title: String
  public var status: Int
  /// A sentence for people.
  public var detail: String
  /// The path that was asked.
  public var instance: String?
  public var errors: [Field]?

  public var description: String { "\(status) \(title): \(detail)" }
}
