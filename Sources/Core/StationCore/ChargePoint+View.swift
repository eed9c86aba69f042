public import OCPP16
public import OCPPJSON

/// A connector as somebody sees it who stands before it.
public struct ConnectorView: Sendable, Equatable {
  public var status: ChargePointStatus
  public var error: ChargePointErrorCode
  public var isPlugged: Bool
  public var isContactorClosed: Bool
  public var isLocked: Bool
  /// In mA by phase.
  public var offered: Int32
  public var reservation: Int?
  /// Nil without a transaction.
  public var transaction: TransactionView?
}

/// A running transaction.
public struct TransactionView: Sendable, Equatable {
  /// The central system's id; nil while it has not said one.
  public var id: Int?
  public var idTag: Text
  /// In Wh, the meter's register.
  public var meterStart: Int64
}

extension ChargePoint {
  /// Nil for a connector that is not there.
  public func view(_ connector: Int) -> ConnectorView? {
    guard connectors.indices.contains(connector) else { return nil }
    var transaction: TransactionView?
    if let running = connectors[connector].transaction {
      transaction = TransactionView(
        id: nil, idTag: running.idTag, meterStart: running.meterStart)
      if case .known(let id) = running.id { transaction?.id = id }
    }
    return ConnectorView(
      status: connectors[connector].currentStatus, error: connectors[connector].error,
      isPlugged: connectors[connector].isPlugged,
      isContactorClosed: connectors[connector].isContactorClosed,
      isLocked: connectors[connector].isLocked, offered: connectors[connector].offered,
      reservation: connectors[connector].reservation?.id, transaction: transaction)
  }

  /// Transaction messages the central system has not acknowledged.
  public var owedMessages: Int { queue.count }

  /// MeterValues of transactions the central system acknowledged since the start.
  public var deliveredMeterValues: Int { deliveredValues }

  /// How long until the next attempt to connect, in milliseconds; nil while there is no need.
  public var reconnectWait: Int64? {
    if case .waiting(let until) = link { return max(0, until - now) }
    return nil
  }

  /// WebSocketPingInterval: after how much silence the peer is to be pinged, in milliseconds; 0 for
  /// never.
  public var pingInterval: Int64 { configuration.milliseconds(.webSocketPingInterval) }

  /// Whether the central system has accepted the station and the connection is up.
  public var isRegistered: Bool { isOnline }

  /// Whether nothing is under way: no call, no queue, no status to tell.
  public var isSettled: Bool {
    outstanding == nil && queue.isEmpty && statusLine.isEmpty && notices.isEmpty
      && authorizations.isEmpty
  }
}
