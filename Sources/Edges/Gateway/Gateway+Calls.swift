import CSMSCore
import Network
import OCPP16
public import OCPPJSON

/// What goes out to a station: calls, and the end of its connection.
extension Gateway {
  /// The actions whose valid frames cannot hold a secret, one bit each: what stations report, and
  /// what is only words and numbers.
  public static let harmlessActions: UInt64 = [
    Action.authorize, .bootNotification, .heartbeat, .meterValues, .startTransaction,
    .statusNotification, .stopTransaction, .changeAvailability, .clearCache,
    .remoteStartTransaction, .remoteStopTransaction, .reset, .unlockConnector,
    .diagnosticsStatusNotification, .firmwareStatusNotification, .triggerMessage,
    .cancelReservation, .reserveNow, .clearChargingProfile, .getCompositeSchedule,
    .setChargingProfile, .getLocalListVersion, .sendLocalList, .extendedTriggerMessage,
    .logStatusNotification, .signedFirmwareStatusNotification,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  /// Closes a station's socket; false when it is not connected.
  public func disconnect(_ station: Text, reason: String) -> Bool {
    guard let link = seats.link(of: station) else { return false }
    return link.shard.loop.execute { link.shard.close(link, .normal, reason: reason) }
  }

  /// A station was deleted: it is let in no more, unless everybody is, and nothing that it still says on
  /// its socket counts.
  public func forget(_ station: Text) {
    directory.remove(station)
    guard let link = seats.link(of: station) else { return }
    _ = link.shard.loop.execute {
      link.isReplaced = true
      link.shard.close(link, .normal, reason: "The station was deleted.")
    }
  }

  /// Sends a call to a station and hands its answer to the completion, once, on some thread.
  /// - Parameters:
  ///   - action: the index of the action in the version's table.
  ///   - payload: must be valid for it.
  ///   - timeout: in seconds, the wait in line included; nil for the configured one.
  ///   - whenSent: called right before the call leaves, on the station's loop; never when it does not.
  public func call(
    _ station: Text, action: UInt8, payload: [UInt8], timeout: Int?,
    whenSent: (@Sendable () -> Void)? = nil,
    _ completion: @escaping @Sendable (Result<[UInt8], CallFailure>) -> Void
  ) {
    guard let link = seats.link(of: station) else { return completion(.failure(.notConnected)) }
    let seconds = timeout ?? configuration.callTimeout
    let isThere = link.shard.loop.execute { [watcher] in
      link.shard.call(link, action, payload, timeout: seconds, whenSent: whenSent) { outcome in
        let result = Self.result(of: outcome)
        guard case .success(let response) = result, let observer = watcher.observer else {
          return completion(result)
        }
        observer.answered(station, action: action, request: payload, response: response) {
          completion(result)
        }
      }
    }
    if !isThere { completion(.failure(.disconnected)) }
  }

  private static func result(of outcome: CallOutcome?) -> Result<[UInt8], CallFailure> {
    switch outcome {
    case nil: .failure(.tooManyCalls)
    case .result(let payload): .success(payload)
    case .invalidResult(let payload, let why): .failure(.invalidAnswer(payload, why))
    case .error(let error): .failure(.callError(error))
    case .timedOut: .failure(.timedOut)
    case .disconnected: .failure(.disconnected)
    }
  }
}
