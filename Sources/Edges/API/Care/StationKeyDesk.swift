import CSMSCore
import Gateway
import Network
import OCPP16
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Gives stations new keys. A key is on the disk, as a digest, before it is sent, and good at the door
/// from then on; what the station makes of it is decided by `KeyRotation`. The key itself is nowhere
/// but in the call, and no answer repeats it.
final class StationKeyDesk: Sendable {
  /// Why a key was not changed, or nobody knows whether it was.
  enum Failure: Error {
    case call(CallFailure)
    /// `KeyRotation.candidateLimit` keys are in doubt.
    case tooMany
    case store(StoreError)
  }

  typealias Completion = @Sendable (Result<[UInt8], Failure>) -> Void

  private let gateway: Gateway
  private let store: SQLiteStore
  private let log: ServerLog
  private let clock: WallClock

  init(_ gateway: Gateway, _ store: SQLiteStore, _ log: ServerLog, _ clock: @escaping WallClock) {
    self.gateway = gateway
    self.store = store
    self.log = log
    self.clock = clock
  }

  /// Sends a new key to a station, and hands on the payload of its answer once what it means is kept.
  /// - Parameter timeout: in seconds; nil for the configured one.
  func rotate(_ station: Text, to key: Text, timeout: Int?, _ completion: @escaping Completion) {
    guard gateway.isConnected(station) else { return completion(.failure(.call(.notConnected))) }
    let digest = PasswordDigest(password: key.bytes)
    let decoded = AuthorizationKey.decoded(key).map { hmacSHA256(key: digest.salt, $0) }
    let credential = StationCredential(salt: digest.salt, digest: digest.digest)
    let now = clock()
    let payload = ChangeConfigurationRequest(key: AuthorizationKey.name, value: key).encoded()
    store.write { (editor) throws(StoreError) in
      // A station that was let in without being on record may not have its row yet.
      try editor.upsertStation(station, StationChange(), at: now)
      return try editor.addStationKey(credential, decoded: decoded, of: station, at: now)
    } completion: { [self] result in
      switch result {
      case .failure(let error): completion(.failure(.store(error)))
      case .success(nil): completion(.failure(.tooMany))
      case .success(let id?):
        let trial = TrialKey(
          candidate: KeyRotation.Candidate(id: id, sentAt: now), digest: digest, decoded: decoded)
        gateway.directory.update(station) { access in
          access = access ?? StationAccess()
          access?.trials.append(trial)
        }
        send(payload, id, to: station, timeout, completion)
      }
    }
  }

  private func send(
    _ payload: [UInt8], _ id: Int, to station: Text, _ timeout: Int?,
    _ completion: @escaping Completion
  ) {
    let isSent = Flag()
    gateway.call(
      station, action: Action.changeConfiguration.rawValue, payload: payload, timeout: timeout,
      whenSent: { isSent.set() }
    ) { [self] result in
      switch result {
      case .failure(let failure) where !isSent.isSet:
        keep(step(station) { $0.wasNotSent(id) }, of: station) { error in
          completion(.failure(error.map { .store($0) } ?? .call(failure)))
        }
      case .failure(let failure):
        log.info("station \(station): nobody knows whether it has its new key; both are good")
        completion(.failure(.call(failure)))
      case .success(let answer):
        let word = (try? ChangeConfigurationResponse.decode(answer).status.word) ?? Text()
        log.info("station \(station) answered to a new key: \(word)")
        keep(step(station) { $0.answered(id, word) }, of: station) { error in
          if let error { return completion(.failure(.store(error))) }
          completion(.success(answer))
        }
      }
    }
  }

  /// Sends a call that a client wrote itself; one that changes the key does so in an orderly way.
  func call(
    _ station: Text, action: UInt8, payload: [UInt8], timeout: Int?,
    _ completion: @escaping Completion
  ) {
    if action == Action.changeConfiguration.rawValue,
      let request = try? ChangeConfigurationRequest.decode(payload), request.key.isAuthorizationKey
    {
      return rotate(station, to: request.value, timeout: timeout, completion)
    }
    gateway.call(station, action: action, payload: payload, timeout: timeout) { result in
      completion(result.mapError { .call($0) })
    }
  }

  /// A key that nobody can guess.
  static func makeKey() -> Text {
    AuthorizationKey.digits(of: secureRandomBytes(AuthorizationKey.randomBytes))
  }

  /// A station came in with one of its keys.
  func cameIn(_ station: Text, with key: UsedKey) {
    let now = clock()
    let step = step(station) { $0.used(key.used, among: key.among, now: now) }
    guard case .promote = step else { return keep(step, of: station) { _ in } }
    gateway.directory.update(station) { $0?.credential = key.digest }
    log.info("station \(station) uses its new key; the one before is good no more")
    keep(
      step, promoted: StationCredential(salt: key.digest.salt, digest: key.digest.digest),
      of: station
    ) { _ in }
  }

  /// Takes back what is in doubt; the key that was there before is the only one.
  func cancel(_ station: Text, _ completion: @escaping @Sendable (StoreError?) -> Void) {
    keep(step(station) { $0.cancel() }, of: station, completion)
  }

  /// What the machine makes of an event, and the directory with it.
  private func step(
    _ station: Text, _ event: (inout KeyRotation) -> KeyRotation.Step
  ) -> KeyRotation.Step {
    gateway.directory.update(station) { access in
      let trials = access?.trials ?? []
      var rotation = KeyRotation(candidates: trials.map(\.candidate))
      let step = event(&rotation)
      access?.trials = rotation.candidates.compactMap { left in
        guard var trial = trials.first(where: { $0.candidate.id == left.id }) else { return nil }
        trial.candidate = left
        return trial
      }
      return step
    }
  }

  private func keep(
    _ step: KeyRotation.Step, promoted: StationCredential? = nil, of station: Text,
    _ completion: @escaping @Sendable (StoreError?) -> Void
  ) {
    if step == .none { return completion(nil) }
    store.write { (editor) throws(StoreError) in
      try editor.keep(step, promoted: promoted, of: station)
    } completion: { [log] result in
      guard case .failure(let error) = result else { return completion(nil) }
      // Nothing is lost: a key too many is good until the station is seen with one of them again.
      log.error("store: \(error)")
      completion(error)
    }
  }
}

/// Something that happened, told from one thread to another.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }
  func set() { value.store(true, ordering: .sequentiallyConsistent) }
}

extension Problem {
  /// Why a station's key was not changed.
  init(_ failure: StationKeyDesk.Failure, _ station: Text) {
    switch failure {
    case .call(let failure): self.init(failure, station)
    case .store(let error): self.init(error)
    case .tooMany:
      self.init(
        409,
        "\(KeyRotation.candidateLimit) new keys of station \(station) are in doubt. Wait until it "
          + "comes in with one of them, or take them back: DELETE /charge-points/\(station)/key.")
    }
  }
}
