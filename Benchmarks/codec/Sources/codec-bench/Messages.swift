import OCPP16
import OCPP2
import OCPPJSON

/// The ten messages of OCPP 1.6 that a central system sees most.
@MainActor func measure16() {
  measure("v16", "Heartbeat", OCPP16.HeartbeatRequest.self)
  measure("v16", "Authorize", OCPP16.AuthorizeRequest.self)
  measure(
    "v16", "StartTransaction", StartTransactionRequest.self,
    foundation: foundation(Foundation16.StartTransaction.self))
  measure(
    "v16", "StatusNotification", OCPP16.StatusNotificationRequest.self,
    foundation: foundation(Foundation16.StatusNotification.self))
  measure("v16", "BootNotification", OCPP16.BootNotificationRequest.self)
  measure(
    "v16", "MeterValues", OCPP16.MeterValuesRequest.self,
    foundation: foundation(Foundation16.MeterValues.self))
  measure("v16", "StopTransaction", StopTransactionRequest.self)
  measure("v16", "DataTransfer", OCPP16.DataTransferRequest.self)
  measure("v16", "RemoteStartTransaction", RemoteStartTransactionRequest.self)
  measure("v16", "SetChargingProfile", OCPP16.SetChargingProfileRequest.self)
}

/// The same for OCPP 2.
@MainActor func measure2(_ version: String, _ edition: Edition) {
  let variant = edition.rawValue
  measure(version, "Heartbeat", OCPP2.HeartbeatRequest.self, variant: variant)
  measure(version, "Authorize", OCPP2.AuthorizeRequest.self, variant: variant)
  measure(
    version, "StatusNotification", OCPP2.StatusNotificationRequest.self, variant: variant,
    foundation: foundation(Foundation2.StatusNotification.self))
  measure(version, "BootNotification", OCPP2.BootNotificationRequest.self, variant: variant)
  measure(
    version, "MeterValues", OCPP2.MeterValuesRequest.self, variant: variant,
    foundation: foundation(Foundation2.MeterValues.self))
  measure(
    version, "TransactionEvent", TransactionEventRequest.self, variant: variant,
    foundation: foundation(Foundation2.TransactionEvent.self))
  measure(version, "NotifyEvent", NotifyEventRequest.self, variant: variant)
  measure(version, "RequestStartTransaction", RequestStartTransactionRequest.self, variant: variant)
  measure(version, "SetChargingProfile", OCPP2.SetChargingProfileRequest.self, variant: variant)
  if edition == .v201 {
    measure(
      version, "NotifyReport", NotifyReportRequest.self, variant: variant,
      foundation: foundation(Foundation2.NotifyReport.self))
  } else {
    measure(version, "NotifyPeriodicEventStream", NotifyPeriodicEventStream.self, variant: variant)
  }
}
