// What the codec costs: each payload is decoded and validated, and encoded again. `codec-bench FOLDER`
// reads the frames from FOLDER (v16.MeterValues.json and so on).

import Foundation
import OCPP16
import OCPPJSON

let folder = CommandLine.arguments.dropFirst().first ?? "payloads"

/// The bytes of a recorded CALL, and of the payload in it: what follows the third comma, without the
/// closing bracket.
func payload(of message: String) -> [UInt8] {
  let path = "\(folder)/v16.\(message).json"
  guard let data = FileManager.default.contents(atPath: path) else {
    print("no file \(path)")
    exit(2)
  }
  var frame = [UInt8](data)
  while frame.last == UInt8(ascii: "\n") { frame.removeLast() }
  let commas = frame.indices.filter { frame[$0] == UInt8(ascii: ",") }
  return Array(frame[(commas[2] + 1)..<(frame.count - 1)])
}

func measure<Message: OCPPObject>(_ name: String, _: Message.Type) {
  let bytes = payload(of: name)
  bytes.withUnsafeBufferPointer { buffer in
    func decode() -> Message {
      var reader = JSONReader(buffer)
      do throws(DecodeError) {
        let message = try Message.decode(&reader)
        reader.finish()
        try reader.check()
        return message
      } catch {
        print("\(name): \(error)")
        exit(1)
      }
    }
    report(name, bytes.count, "decode and validate") { repetitions in
      for _ in 0..<repetitions { keep(decode()) }
    }
    let message = decode()
    var writer = JSONWriter()
    report(name, bytes.count, "encode") { repetitions in
      for _ in 0..<repetitions {
        writer.reset()
        message.write(&writer)
      }
    }
  }
}

func measureFoundation() {
  let bytes = payload(of: "MeterValues")
  let data = Data(bytes)
  let decoder = JSONDecoder()
  decoder.dateDecodingStrategy = .iso8601
  let encoder = JSONEncoder()
  encoder.dateEncodingStrategy = .iso8601
  do {
    let message = try decoder.decode(FoundationMeterValues.self, from: data)
    report("MeterValues", bytes.count, "Foundation JSONDecoder") { repetitions in
      for _ in 0..<repetitions { keep(try? decoder.decode(FoundationMeterValues.self, from: data)) }
    }
    report("MeterValues", bytes.count, "Foundation JSONEncoder") { repetitions in
      for _ in 0..<repetitions { keep(try? encoder.encode(message)) }
    }
  } catch {
    print("Foundation cannot read MeterValues: \(error)")
    exit(1)
  }
}

print("message              bytes  work                             ns  allocations     bytes")
measure("Heartbeat", HeartbeatRequest.self)
measure("Authorize", AuthorizeRequest.self)
measure("StartTransaction", StartTransactionRequest.self)
measure("StatusNotification", StatusNotificationRequest.self)
measure("BootNotification", BootNotificationRequest.self)
measure("MeterValues", MeterValuesRequest.self)
measure("StopTransaction", StopTransactionRequest.self)
measure("SetChargingProfile", SetChargingProfileRequest.self)
measureFoundation()
