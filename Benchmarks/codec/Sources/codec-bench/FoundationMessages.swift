import Foundation

// Messages as an application would write them with Codable, to have something to compare with: no
// lengths or ranges checked, unknown members ignored, decimals as binary fractions.

enum Foundation16 {
  struct SampledValue: Codable {
    var value: String
    var context, format, measurand, phase, location, unit: String?
  }
  struct MeterValue: Codable {
    var timestamp: Date
    var sampledValue: [SampledValue]
  }
  struct MeterValues: Codable {
    var connectorId: Int
    var transactionId: Int?
    var meterValue: [MeterValue]
  }
  struct StartTransaction: Codable {
    var connectorId: Int
    var idTag: String
    var meterStart: Int
    var reservationId: Int?
    var timestamp: Date
  }
  struct StatusNotification: Codable {
    var connectorId: Int
    var errorCode, status: String
    var info, vendorId, vendorErrorCode: String?
    var timestamp: Date?
  }
}

enum Foundation2 {
  struct UnitOfMeasure: Codable {
    var unit: String?
    var multiplier: Int?
  }
  struct SampledValue: Codable {
    var value: Double
    var measurand, context, phase, location: String?
    var unitOfMeasure: UnitOfMeasure?
  }
  struct MeterValue: Codable {
    var timestamp: Date
    var sampledValue: [SampledValue]
  }
  struct MeterValues: Codable {
    var evseId: Int
    var meterValue: [MeterValue]
  }
  struct EVSE: Codable {
    var id: Int
    var connectorId: Int?
  }
  struct IdToken: Codable { var idToken, type: String }
  struct Transaction: Codable {
    var transactionId: String
    var chargingState, stoppedReason: String?
    var timeSpentCharging, remoteStartId: Int?
  }
  struct TransactionEvent: Codable {
    var eventType, triggerReason: String
    var timestamp: Date
    var seqNo: Int
    var offline: Bool?
    var numberOfPhasesUsed, cableMaxCurrent, reservationId: Int?
    var transactionInfo: Transaction
    var evse: EVSE?
    var idToken: IdToken?
    var meterValue: [MeterValue]?
  }
  struct StatusNotification: Codable {
    var timestamp: Date
    var connectorStatus: String
    var evseId, connectorId: Int
  }
  struct Component: Codable {
    var name: String
    var instance: String?
    var evse: EVSE?
  }
  struct Variable: Codable {
    var name: String
    var instance: String?
  }
  struct VariableAttribute: Codable {
    var type, value, mutability: String?
    var persistent, constant: Bool?
  }
  struct VariableCharacteristics: Codable {
    var unit, valuesList: String?
    var dataType: String
    var minLimit, maxLimit: Double?
    var supportsMonitoring: Bool
  }
  struct ReportData: Codable {
    var component: Component
    var variable: Variable
    var variableAttribute: [VariableAttribute]
    var variableCharacteristics: VariableCharacteristics?
  }
  struct NotifyReport: Codable {
    var requestId, seqNo: Int
    var generatedAt: Date
    var tbc: Bool?
    var reportData: [ReportData]?
  }
}
