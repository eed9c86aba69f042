extension SQLiteStore {
  /// Runs `body` on the reader's thread, on what is durable at one instant. Dropped when the store
  /// is closed.
  public func read(_ body: @escaping @Sendable (StoreReader) -> Void) {
    read({ reader throws(StoreError) in body(reader) }, completion: { _ in })
  }

  /// Runs `body` on the reader's thread, on what is durable at one instant, and hands on its
  /// answer there.
  ///
  /// - Throws: to `completion`: what `body` throws, or `closed`.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value,
    completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
  ) {
    let job: ReaderJob = { [troubles] reader in
      let answer = Result { () throws(StoreError) in try reader.atOneInstant(body) }
      if case .failure(let error) = answer, error.code == .corrupt {
        troubles.stay(.damaged(reader.database.path, by: error))
      }
      completion(answer)
    }
    let posted =
      if let reading {
        reading.post(job, weight: 1)
      } else {
        writing.post(.edit { job(StoreReader($0.database)) }, weight: 1)
      }
    refuse(posted, completion)
  }

  /// Runs `body` on the writer's thread in a commit of its own, after what was recorded before, and
  /// hands on its answer there once it is durable. When it throws, nothing of it is kept.
  ///
  /// - Throws: to `completion`: what `body` throws, `closed`, or what SQLite says.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value,
    completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
  ) {
    let posted = writing.post(
      .edit { writer in
        completion(Result { () throws(StoreError) in try writer.edit(body) })
      }, weight: 1)
    refuse(posted, completion)
  }

  /// Calls `body` on the writer's thread after each commit that has events: with the newest one's
  /// id, and the webhooks they go to. It should only pass that on.
  public func watchEvents(_ body: (@Sendable (Int64, [Int64]) -> Void)?) {
    _ = writing.post(.edit { $0.onEvents = body })
  }

  private func refuse<Value>(
    _ posted: MailboxAnswer, _ completion: (Result<Value, StoreError>) -> Void
  ) {
    switch posted {
    case .taken: break
    case .full:
      completion(
        .failure(
          StoreError(
            .overloaded, path: path, "more waits for the store than it takes",
            advice: "Try again in a moment.")))
    case .closed: completion(.failure(StoreError(.closed, path: path, "the store is closed")))
    }
  }

  /// Reads, and waits for the answer. Not for a thread that has something else to do.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try waited { self.read(body, completion: $0) }
  }

  /// Writes, and waits for the answer. Not for a thread that has something else to do.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try waited { self.write(body, completion: $0) }
  }

  /// Reads without holding up the caller's thread.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    try await withCheckedContinuation { waiting in
      self.read(body) { waiting.resume(returning: $0) }
    }.get()
  }

  /// Writes without holding up the caller's thread.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    try await withCheckedContinuation { waiting in
      self.write(body) { waiting.resume(returning: $0) }
    }.get()
  }

  private func waited<Value: Sendable>(
    _ ask: (@escaping @Sendable (Result<Value, StoreError>) -> Void) -> Void
  ) throws(StoreError) -> Value {
    let answer = Mailbox<Result<Value, StoreError>>(limit: 1)
    ask { _ = answer.post($0) }
    return try answer.takeAll()[0].get()
  }
}

extension StoreReader {
  /// Runs `body` in one read transaction.
  func atOneInstant<Value>(
    _ body: (StoreReader) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try database.statement("BEGIN").run()
    defer { database.rollBack() }
    return try body(self)
  }
}

extension LedgerWriter {
  /// Runs `body` in one commit, or not at all.
  func edit<Value>(
    _ body: (StoreEditor) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    if let lasting = troubles.lasting { throw lasting }
    // An edit trusts what is remembered, as facts do: what is not remembered would be lost with the log.
    if !isCurrent { try reload() }
    edits += 1
    let editor = StoreEditor(self)
    defer { if editor.isWriterStale { takeBack() } }
    do throws(StoreError) {
      let value = try database.transaction { () throws(StoreError) in
        let value = try body(editor)
        try trimParked()
        try counters.write(to: database)
        return value
      }
      // What went into a file without a name is not kept.
      troubles.checkPlace()
      if let lasting = troubles.lasting { throw lasting }
      note(nil)
      tellOfEvents()
      paceCheckpoints()
      return value
    } catch {
      if error.isAboutTheDisk || error.code == .corrupt { note(error) }
      // The numbers given out in it, and who waits for what, are taken back.
      outbox.forget()
      if let known = try? Counters(database) { counters = known }
      throw error
    }
  }
}
