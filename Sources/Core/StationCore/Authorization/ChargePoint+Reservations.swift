import OCPP16
import OCPPJSON

extension ChargePoint {
  /// Whether this token may begin here: the connector is not kept for somebody else, and neither is
  /// the last free one (CP16-48).
  func mayUse(_ number: Int, _ token: Token) -> Bool {
    if !FeatureSet.isComplete { return true }
    if let reservation = connectors[number].reservation {
      return isHolder(token, of: reservation)
    }
    guard let reservation = connectors[0].reservation else { return true }
    return isHolder(token, of: reservation) || freeUnreserved > 1
  }

  @inline(never) private func isHolder(_ token: Token, of reservation: Reservation) -> Bool {
    token.idTag.isSame(ignoringCase: reservation.idTag)
      || !reservation.parentIdTag.isEmpty
        && token.parentIdTag.isSame(ignoringCase: reservation.parentIdTag)
  }

  /// Whether only the central system can tell if the token's parent is the reservation's.
  func needsParent(_ number: Int, _ token: Token) -> Bool {
    guard FeatureSet.isComplete,
      let reservation = connectors[number].reservation ?? connectors[0].reservation
    else {
      return false
    }
    return !reservation.parentIdTag.isEmpty && token.parentIdTag.isEmpty
      && !token.idTag.isSame(ignoringCase: reservation.idTag)
  }

  /// Connectors where anybody could begin.
  @inline(never) var freeUnreserved: Int {
    var count = 0
    for number in connectors.indices
    where connectors[number].isFree && connectors[number].reservation == nil {
      count += 1
    }
    return count
  }

  /// The reservation a transaction uses up, if it does.
  mutating func takeReservation(_ number: Int, _ token: Token) -> Int? {
    if !FeatureSet.isComplete { return nil }
    for place in [number, 0] {
      if let reservation = connectors[place].reservation, isHolder(token, of: reservation) {
        connectors[place].reservation = nil
        output.forget(.reservation, place)
        return reservation.id
      }
    }
    return nil
  }

  mutating func reserve(_ request: ReserveNowRequest) -> ReservationStatus {
    let number = request.connectorId
    guard number >= 0, number < connectors.count else { return .rejected }
    if number == 0 && !setup.reservesConnectorZero { return .rejected }
    if let wall = clock.wall, request.expiryDate <= wall { return .rejected }
    let status = canReserve(number, replacing: request.reservationId)
    guard status == .accepted else { return status }
    let texts = request.idTag.count + (request.parentIdTag?.count ?? 0)
    if !hasRoom(forValue: 20 + texts) { return .rejected }
    for place in connectors.indices
    where connectors[place].reservation?.id == request.reservationId {
      cancelReservation(place)
    }
    let reservation = Reservation(
      id: request.reservationId, idTag: request.idTag,
      parentIdTag: request.parentIdTag ?? Text(), expiry: request.expiryDate)
    connectors[number].reservation = reservation
    output.put(.reservation, number, reservation)
    return .accepted
  }

  private func canReserve(_ number: Int, replacing id: Int) -> ReservationStatus {
    let connector = connectors.place(number)
    if connector.pointee.fault != .noError { return .faulted }
    if connector.pointee.isOutOfService { return .unavailable }
    let own = connector.pointee.reservation?.id
    if let own, own != id { return .occupied }
    if number > 0 {
      guard case .idle = connector.pointee.phase else { return .occupied }
      // The one that is kept free for somebody must stay.
      let kept = connectors[0].reservation?.id
      let keepsOne = kept != nil && kept != id
      return keepsOne && own == nil && freeUnreserved <= 1 ? .occupied : .accepted
    }
    if freeUnreserved > 0 { return .accepted }
    var isFaulted = true
    var isUnavailable = true
    for other in 1..<connectors.count {
      if connectors[other].fault == .noError { isFaulted = false }
      if !connectors[other].isOutOfService { isUnavailable = false }
    }
    return isFaulted ? .faulted : isUnavailable ? .unavailable : .occupied
  }

  @inline(never) mutating func cancelReservation(_ number: Int) {
    let connector = connectors.place(number)
    if !FeatureSet.isComplete || connector.pointee.reservation == nil { return }
    connector.pointee.reservation = nil
    output.forget(.reservation, number)
  }

  @inline(never) mutating func expireReservations() {
    guard let wall = clock.wall else { return }
    for number in connectors.indices {
      if let expiry = connectors[number].reservation?.expiry, expiry <= wall {
        cancelReservation(number)
      }
    }
  }

  func noteReservations(_ wake: inout WakeTime) {
    guard let wall = clock.wall else { return }
    for number in connectors.indices {
      if let expiry = connectors[number].reservation?.expiry {
        wake.note(now + max(0, expiry.milliseconds - wall.milliseconds))
      }
    }
  }
}
