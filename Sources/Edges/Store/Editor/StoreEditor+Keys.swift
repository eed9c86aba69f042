public import CSMSCore
public import OCPPJSON

/// A new key that a station may have, as digests.
public struct StationKeyRow: Sendable, Equatable {
  public var candidate: KeyRotation.Candidate
  public var credential: StationCredential
  /// HMAC-SHA-256 under the same salt of the bytes that the key's hexadecimal digits stand for.
  public var decoded: [UInt8]?

  public init(
    candidate: KeyRotation.Candidate, credential: StationCredential, decoded: [UInt8]? = nil
  ) {
    self.candidate = candidate
    self.credential = credential
    self.decoded = decoded
  }
}

/// Keys of stations that are being changed (`KeyRotation`).
extension StoreEditor {
  /// Keeps a key that is about to be sent.
  /// - Returns: its number; nil when `KeyRotation.candidateLimit` are in doubt already.
  /// - Throws: `notFound`.
  public func addStationKey(
    _ credential: StationCredential, decoded: [UInt8]?, of identity: Text, at now: DateTime
  ) throws(StoreError) -> Int? {
    let id = try station(identity)
    let query = try database.statement("SELECT count(*) FROM station_keys WHERE station_id = ?")
    _ = try query.bind(id).step()
    let count = query.int(0)
    query.reset()
    if count >= KeyRotation.candidateLimit { return nil }
    try database.statement("UPDATE counters SET value = value + 1 WHERE name = 'station_keys'")
      .run()
    let number =
      Int(try database.number("SELECT value FROM counters WHERE name = 'station_keys'") ?? 0)
    try database.statement(
      """
      INSERT INTO station_keys(station_id, id, salt, digest, decoded, sent_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).bind(id).bind(number).bind(credential.salt).bind(credential.digest).bind(decoded).bind(now)
      .run()
    return number
  }

  /// Keeps what a station made of its keys; `promoted` is the key that it was seen to use.
  /// - Throws: `notFound`.
  public func keep(
    _ step: KeyRotation.Step, promoted: StationCredential? = nil, of identity: Text
  ) throws(StoreError) {
    switch step {
    case .none: break
    case .note(let number, let answer):
      try database.statement("UPDATE station_keys SET answer = ? WHERE station_id = ? AND id = ?")
        .bind(Int(answer.rawValue)).bind(try station(identity)).bind(number).run()
    case .drop(let numbers): try drop(numbers, of: try station(identity))
    case .promote(let number, let others):
      let id = try station(identity)
      if let promoted { try setCredential(promoted, of: id) }
      try drop(others + [number], of: id)
    }
  }

  private func drop(_ numbers: [Int], of station: Int64) throws(StoreError) {
    let statement = try database.statement(
      "DELETE FROM station_keys WHERE station_id = ? AND id = ?")
    for number in numbers { try statement.bind(station).bind(number).run() }
  }

  func setCredential(_ credential: StationCredential?, of station: Int64) throws(StoreError) {
    try database.statement(
      """
      UPDATE stations SET credential_salt = ?, credential_digest = ?,
        credential_changed_at = unixepoch() * 1000 WHERE id = ?
      """
    ).bind(credential?.salt).bind(credential?.digest).bind(station).run()
  }
}

extension StoreReader {
  /// All keys in doubt, oldest first, to be held in memory from the start on.
  public func stationKeys() throws(StoreError) -> [(identity: Text, key: StationKeyRow)] {
    let query = try database.statement(
      """
      SELECT identity, k.id, salt, digest, decoded, sent_at, answer
      FROM station_keys k JOIN stations s ON s.id = station_id ORDER BY k.id
      """)
    defer { query.reset() }
    var rows: [(identity: Text, key: StationKeyRow)] = []
    while try query.step() {
      let candidate = KeyRotation.Candidate(
        id: query.int(1), sentAt: query.dateTime(5),
        answer: KeyRotation.Answer(rawValue: UInt8(truncatingIfNeeded: query.int(6))) ?? .unknown)
      let row = StationKeyRow(
        candidate: candidate,
        credential: StationCredential(salt: query.blob(2), digest: query.blob(3)),
        decoded: query.optionalBlob(4))
      rows.append((query.text(0), row))
    }
    return rows
  }

  /// When a station's key was changed last, by hand or by the station's use of it; nil for never.
  public func keyChangedAt(_ identity: Text) throws(StoreError) -> DateTime? {
    let query = try database.statement(
      "SELECT credential_changed_at FROM stations WHERE identity = ?")
    defer { query.reset() }
    return try query.bind(identity).step() ? query.optionalDateTime(0) : nil
  }
}
