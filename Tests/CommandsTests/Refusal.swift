import OCPP16
import OCPPJSON
import Testing

@testable import CSMSCore

struct Refusal: Sendable, CustomTestStringConvertible {
  var command: StationCommand
  var field: Text
  var reason: CommandRefusal.Reason

  init(_ field: Text, _ reason: CommandRefusal.Reason, _ command: StationCommand) {
    self.command = command
    self.field = field
    self.reason = reason
  }

  var testDescription: String { "\(field) \(reason)" }
}
