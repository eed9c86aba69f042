import Access
import CSMSCore
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Stations ask for certificates (security extension A02, A03): looks at the request, signs it or
/// leaves it to an operator, and brings the certificate to the station.
final class CertificateDesk: Sendable {
  /// How often a certificate is sent to a station that does not answer.
  static let deliveryLimit = 5

  let authority: StationAuthority?
  private let signsAtOnce: Bool
  private let gateway: Gateway
  private let store: SQLiteStore
  private let commands: CommandRunner
  private let log: ServerLog
  private let clock: WallClock
  /// Stations for which there is a certificate that they do not have yet.
  private let waiting = Mutex<Set<Text>>([])

  init(
    _ gateway: Gateway, _ store: SQLiteStore, _ commands: CommandRunner, _ log: ServerLog,
    _ clock: @escaping WallClock, _ options: APIOptions
  ) {
    self.gateway = gateway
    self.store = store
    self.commands = commands
    self.log = log
    self.clock = clock
    authority = options.authority
    signsAtOnce = options.signsCertificatesAtOnce
  }

  /// Remembers, after a restart, for whom there is something.
  func resume() throws(StoreError) {
    let stations = try store.read { (reader) throws(StoreError) in
      try reader.stationsWithCertificates()
    }
    waiting.withLock { $0.formUnion(stations) }
  }

  /// Whether something is to be brought to a station.
  func isWaiting(for station: Text) -> Bool { waiting.withLock { $0.contains(station) } }

  /// Looks at a request; nil when it is not taken.
  func judge(_ csr: Text, of station: Text, isProven: Bool) -> CertificateRequest? {
    do throws(CertificateRequestCheck.Refusal) {
      let check = try CertificateRequestCheck(pem: csr)
      return CertificateRequest(
        csr: csr, commonName: check.commonName, keyType: check.keyType, isProven: isProven)
    } catch {
      log.info("station \(station): its certificate signing request is refused: \(error.rawValue)")
      return nil
    }
  }

  /// Signs what may be signed, and brings what is signed.
  func tend(_ station: Text) async throws(StoreError) {
    guard let row = try await open(station) else {
      waiting.withLock { _ = $0.remove(station) }
      return
    }
    if row.status == .pending {
      guard signsAtOnce, let authority else { return }
      guard row.request.isProven else {
        let note: Text = "Waits for an operator: the station came in without showing who it is."
        return try await store.write { (editor) throws(StoreError) in
          try editor.noteCertificateRequest(row.id, note)
        }
      }
      guard try await sign(row, authority) == nil else { return }
    }
    try await deliver(station)
  }

  /// Signs a request with the authority of this server.
  /// - Returns: why not; nil when it is done.
  func sign(
    _ row: CertificateRequestRow, _ authority: StationAuthority
  ) async throws(StoreError) -> String? {
    let now = clock()
    let issued: StationAuthority.Issued
    do throws(StationAuthority.Failure) {
      issued = try authority.issue(row.request.csr, to: row.station, at: now)
    } catch {
      log.error("station \(row.station): its certificate could not be signed: \(error)")
      let note = Text(error.description)
      try await store.write { (editor) throws(StoreError) in
        try editor.noteCertificateRequest(row.id, note)
      }
      return error.description
    }
    let isKept = try await keep(row, issued.chain, issued.serialNumber, issued.expiresAt)
    return isKept ? nil : "The request is not waiting any more."
  }

  /// Keeps a certificate for a request.
  /// - Returns: false when the request is not waiting any more.
  func keep(
    _ row: CertificateRequestRow, _ chain: Text, _ serialNumber: Text, _ expiresAt: DateTime
  ) async throws(StoreError) -> Bool {
    let now = clock()
    let issuer = ClientCertificate(pem: chain.bytes).map { Text($0.issuer) } ?? Text()
    let isKept = try await store.write { (editor) throws(StoreError) in
      try editor.issueCertificate(
        row.id, chain: chain, serialNumber: serialNumber, issuer: issuer, expiresAt: expiresAt,
        at: now)
    }
    if isKept {
      log.info("station \(row.station) gets the certificate \(serialNumber)")
      waiting.withLock { _ = $0.insert(row.station) }
    }
    return isKept
  }

  private func open(_ station: Text) async throws(StoreError) -> CertificateRequestRow? {
    try await store.read { (reader) throws(StoreError) in
      try reader.openCertificateRequest(of: station)
    }
  }

  /// Sends a certificate that is there to its station. One that does not answer gets it again when it
  /// comes back.
  private func deliver(_ station: Text) async throws(StoreError) {
    guard let row = try await open(station), row.status == .issued, let chain = row.chain,
      gateway.isConnected(station)
    else { return }
    if row.attempts >= Self.deliveryLimit {
      return try await end(row, .undelivered, "It did not answer to several attempts.")
    }
    // Counted before it is sent, so that a crash does not make it endless.
    try await store.write { (editor) throws(StoreError) in
      try editor.countCertificateAttempt(row.id)
    }
    let result = await commands.run(.certificateSigned(chain: chain), on: station)
    switch result {
    case .success(let report) where report.answer.isAccepted:
      try await end(row, .installed, nil)
    case .success(let report):
      try await end(row, .refused, "The station said \(report.answer.result).")
    case .failure(let problem) where problem.status == 422:
      try await end(row, .refused, problem.detail)
    case .failure(let problem):
      log.info("station \(station) did not take its certificate yet: \(problem.detail)")
    }
  }

  private func end(
    _ row: CertificateRequestRow, _ status: CertificateStatus, _ note: String?
  ) async throws(StoreError) {
    let now = clock()
    waiting.withLock { _ = $0.remove(row.station) }
    log.info("station \(row.station): its certificate is \(status.word)")
    _ = try await store.write { (editor) throws(StoreError) in
      try editor.endCertificateRequest(
        row.id, from: .issued, as: status, note: note.map { Text($0) }, at: now)
    }
  }
}
