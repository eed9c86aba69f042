import OCPP16
import OCPPJSON

/// A connector's status as the central system is told.
struct StatusReport: Sendable, Equatable {
  var connector: Int
  var status: ChargePointStatus
  var error: ChargePointErrorCode
  var info: Text
  var stamp: Stamp
}
