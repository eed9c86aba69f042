/// Charging from an app.
extension CSMSClient {
  /// The stations, page by page.
  public func stations() -> Pages<Station> { pages("/api/ocpp/stations/", "stations") }

  public func station(_ id: String) async throws(CSMSError) -> Station {
    try await send("GET", "/api/ocpp/stations/\(Wire.encoded(id))/")
  }

  /// Makes an app's station known; again it is as it was said last.
  @discardableResult
  public func syncStation(_ station: StationSync) async throws(CSMSError) -> StationSynced {
    try await send("POST", "/api/ocpp/sync-station/", body: station, isRepeatable: true)
  }

  /// Asks a station to charge on a payment. The answer comes when the station has spoken; a session
  /// that cannot begin says so. Sent again for the same payment it is the same session.
  /// - Throws: a problem of 409 when the connector is not available.
  @discardableResult
  public func initiateCharging(
    _ order: ChargingOrder
  ) async throws(CSMSError) -> ChargingAnswer {
    try await send("POST", "/api/ocpp/initiate-charging/", body: order, isRepeatable: true)
  }

  /// Asks the station to stop, or takes back an order that has not begun.
  /// - Parameter user: whose session it has to be; nil for anybody's.
  @discardableResult
  public func stopCharging(
    _ transaction: Int, user: String? = nil
  ) async throws(CSMSError) -> ChargingAnswer {
    try await send(
      "POST", "/api/ocpp/stop-charging/", body: StopOrder(transactionId: transaction, userId: user))
  }

  private struct StopOrder: Encodable {
    var transactionId: Int
    var userId: String?
  }

  /// How a session stands now.
  public func sessionStatus(_ transaction: Int) async throws(CSMSError) -> AppSession {
    try await send("GET", "/api/ocpp/session-status/?transaction_id=\(transaction)")
  }

  /// Asks again and again until a session is as wanted, or over.
  /// - Parameters:
  ///   - interval: milliseconds between two questions.
  ///   - timeout: milliseconds to wait at most; the last state is returned then.
  public func session(
    _ transaction: Int, until isWanted: @Sendable (AppSession) -> Bool, interval: Int = 500,
    timeout: Int = 120_000
  ) async throws(CSMSError) -> AppSession {
    let end = ContinuousClock.now.advanced(by: .milliseconds(timeout))
    while true {
      let session = try await sessionStatus(transaction)
      if isWanted(session) || session.status.isOver || ContinuousClock.now >= end {
        return session
      }
      do { try await Task.sleep(for: .milliseconds(interval)) } catch { throw .cancelled }
    }
  }

  /// The sessions, newest first.
  public func sessions(
    status: SessionStatus? = nil, user: String? = nil, station: String? = nil
  ) -> Pages<AppSession> {
    pages(
      "/api/ocpp/sessions/", "sessions",
      [("status", status?.rawValue), ("user_id", user), ("station_id", station)])
  }

  /// A session with its meter values.
  public func session(_ transaction: Int) async throws(CSMSError) -> AppSession {
    try await send("GET", "/api/ocpp/sessions/\(transaction)/")
  }
}

/// Stations on record, the ledger, and commands.
extension CSMSClient {
  public func health() async throws(CSMSError) -> Health { try await send("GET", "/health") }

  /// The connected stations.
  public func connections() -> Pages<Connection> { pages("/connections", "connections") }

  /// - Throws: a problem of 404 when the station is not connected.
  public func connection(_ station: String) async throws(CSMSError) -> Connection {
    try await send("GET", "/connections/\(Wire.encoded(station))")
  }

  /// The stations on record.
  public func chargePoints() -> Pages<ChargePoint> { pages("/charge-points", "charge_points") }

  public func chargePoint(_ id: String) async throws(CSMSError) -> ChargePoint {
    try await send("GET", "/charge-points/\(Wire.encoded(id))")
  }

  /// Sets the password a station shows, at least 16 bytes.
  @discardableResult
  public func setPassword(
    _ password: String, of station: String
  ) async throws(CSMSError) -> ChargePoint {
    try await send(
      "PATCH", "/charge-points/\(Wire.encoded(station))", body: ["password": password])
  }

  /// The transactions, newest first.
  /// - Parameter status: "active", "completed" or another of the interface's words.
  public func transactions(
    station: String? = nil, status: String? = nil, token: String? = nil
  ) -> Pages<Transaction> {
    pages(
      "/transactions", "transactions",
      [("station", station), ("status", status), ("token", token)])
  }

  public func transaction(_ id: Int) async throws(CSMSError) -> Transaction {
    try await send("GET", "/transactions/\(id)")
  }

  /// Tells a connected station something, in the interface's words:
  /// `command("reset", at: "CP1", ["type": .string("Soft")])`.
  @discardableResult
  public func command(
    _ name: String, at station: String, _ parameters: [String: JSON] = [:]
  ) async throws(CSMSError) -> CommandReport {
    try await send(
      "POST", "/charge_points/\(Wire.encoded(station))/\(Wire.encoded(name))", body: parameters)
  }

  /// Any OCPP call, checked before it is sent; the answer is the station's.
  public func call(
    _ action: String, _ payload: [String: JSON] = [:], at station: String
  ) async throws(CSMSError) -> [String: JSON] {
    try await send(
      "POST", "/connections/\(Wire.encoded(station))/send",
      body: ["action": JSON.string(action), "payload": .object(payload)])
  }

  /// Signs a person in: the access token is the key of a client that acts for the person.
  public func signIn(email: String, password: String) async throws(CSMSError) -> SignIn {
    try await send("POST", "/auth/login", body: ["email": email, "password": password])
  }
}

/// The tokens of a sign-in.
public struct SignIn: Codable, Sendable {
  /// Good for some minutes.
  public var accessToken: String
  /// Good once, for the next pair.
  public var refreshToken: String
}
