import Foundation

/// MeterValues as an application would write it with Codable, to have something to compare with: no
/// lengths or ranges checked, unknown members ignored.
struct FoundationMeterValues: Codable {
  struct SampledValue: Codable {
    var value: String
    var context: String?
    var format: String?
    var measurand: String?
    var phase: String?
    var location: String?
    var unit: String?
  }
  struct MeterValue: Codable {
    var timestamp: Date
    var sampledValue: [SampledValue]
  }
  var connectorId: Int
  var transactionId: Int?
  var meterValue: [MeterValue]
}
