import OCPP16
import OCPPJSON

extension ChargePoint {
  mutating func triggerMessage(_ request: TriggerMessageRequest) {
    guard isTriggerable(request.connectorId) else {
      return reply(TriggerMessageResponse(status: .rejected))
    }
    reply(TriggerMessageResponse(status: .accepted))
    switch request.requestedMessage {
    case .bootNotification: notify(.boot, isTriggered: true)
    case .heartbeat: notify(.heartbeat, isTriggered: true)
    case .diagnosticsStatusNotification:
      notify(.diagnostics(diagnosticsStatus), isTriggered: true)
    case .firmwareStatusNotification: triggerFirmwareStatus(isSigned: false)
    case .statusNotification: triggerStatus(request.connectorId)
    case .meterValues: triggerMeterValues(request.connectorId)
    }
  }

  mutating func extendedTriggerMessage(_ request: ExtendedTriggerMessageRequest) {
    guard isTriggerable(request.connectorId) else {
      return reply(ExtendedTriggerMessageResponse(status: .rejected))
    }
    if request.requestedMessage == .signChargePointCertificate && !setup.keepsCertificates {
      return reply(ExtendedTriggerMessageResponse(status: .notImplemented))
    }
    reply(ExtendedTriggerMessageResponse(status: .accepted))
    switch request.requestedMessage {
    case .bootNotification: notify(.boot, isTriggered: true)
    case .heartbeat: notify(.heartbeat, isTriggered: true)
    case .logStatusNotification: notify(logStatus, isTriggered: true)
    case .firmwareStatusNotification: triggerFirmwareStatus(isSigned: true)
    case .statusNotification: triggerStatus(request.connectorId)
    case .meterValues: triggerMeterValues(request.connectorId)
    case .signChargePointCertificate: output.add(.makeSigningRequest)
    }
  }

  private func isTriggerable(_ connector: Int?) -> Bool {
    guard let connector else { return true }
    return connectors.indices.contains(connector)
  }

  private mutating func triggerStatus(_ connector: Int?) {
    for number in connectors.indices where connector == nil || connector == number {
      reconcile(number)
      notify(.status(connector: number), isTriggered: true)
    }
  }

  private mutating func triggerMeterValues(_ connector: Int?) {
    for number in connectors.indices where connector == nil || connector == number {
      if number == 0 && !setup.hasMainMeter { continue }
      want(.trigger, number)
    }
  }
}
