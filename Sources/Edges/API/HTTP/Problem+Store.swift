import ServerLog
import Store

extension Problem {
  /// What a client is told of a store's error; what only the operator may know stays in the log.
  init(_ error: StoreError) {
    switch error.code {
    case .exists, .hasTransactions, .hasChildren, .lastAdmin:
      self.init(409, Problem.sentence(error.message))
    case .incomplete:
      let field = error.message.split(separator: " ").first.map(String.init) ?? ""
      let message = error.message.dropFirst(field.count + 1)
      self = .invalid(field, String(message))
    case .notFound: self.init(404, Problem.sentence(error.message))
    case .overloaded, .closed, .diskFull, .locked:
      self.init(503, "The store cannot take this now; try again in a moment.")
    default: self.init(503, "The store failed; the server's log says why.")
    }
  }

  private static func sentence(_ message: String) -> String {
    message.prefix(1).uppercased() + message.dropFirst() + "."
  }
}

extension Services {
  /// Reads from the store and answers with what `respond` makes of it; errors become problems.
  func read<Value: Sendable>(
    _ responder: Responder,
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value,
    respond: @escaping @Sendable (Value) -> Void
  ) {
    store.read(body) { result in finish(result, responder, respond) }
  }

  /// Changes the store and, once that is durable, answers with what `respond` makes of it.
  func write<Value: Sendable>(
    _ responder: Responder,
    _ body: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value,
    respond: @escaping @Sendable (Value) -> Void
  ) {
    store.write(body) { result in finish(result, responder, respond) }
  }

  func finish<Value>(
    _ result: Result<Value, StoreError>, _ responder: Responder, _ respond: (Value) -> Void
  ) {
    switch result {
    case .success(let value): respond(value)
    case .failure(let error):
      let problem = Problem(error)
      if problem.status == 503 { log.error("store: \(error)") }
      responder.problem(problem)
    }
  }
}
