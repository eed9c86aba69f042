import OCPP16
import OCPPJSON
import OCPPRPC

/// A firmware update, plain or signed. It survives restarts, because installing is one.
struct FirmwareUpdate: Sendable {
  enum Phase: UInt8, Sendable {
    case idle
    /// Waits for its time, or for the time between two attempts.
    case scheduled
    case downloading
    case verifying
    /// Downloaded. Waits for its time and for the transactions to end.
    case waitingToInstall
    case installing
  }

  var phase = Phase.idle
  var location = Text()
  var retrieveAt = DateTime(milliseconds: 0)
  var installAt: DateTime?
  var attemptsLeft = 1
  /// In milliseconds.
  var retryInterval: Int64 = 60_000
  /// Of a signed update.
  var request: Int?
  var signature: FirmwareSignature?
  /// The version that ran when installing began: another one after the restart means success.
  var oldVersion = Text()
  /// Installing was begun since the power is on: that it is over, its host says.
  var isInstallingNow = false
  /// After a restart: nothing is due before the time is known.
  var waitsForClock = false
  /// Monotonic time at which something is due.
  var nextAt: Int64?
  /// The last status that was told.
  var status = SignedFirmwareStatus.idle

  /// Its record without location, certificate and signature: numbers, and a version of 50 bytes.
  static var fixedBytes: Int { 128 }

  var isSigned: Bool { signature != nil }
}

/// A SignedUpdateFirmware whose answer waits for its certificate to be checked.
struct SignedUpdateCall: Sendable {
  var id: MessageID
  var update: FirmwareUpdate
  var retries: Int?
  var interval: Int?
}

extension FirmwareUpdate: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put8(phase.rawValue)
    writer.put(location)
    writer.put(retrieveAt.milliseconds)
    writer.put(installAt)
    writer.put(attemptsLeft)
    writer.put(retryInterval)
    writer.put(request)
    writer.put(signature != nil)
    if let signature {
      writer.put(signature.certificate)
      writer.put(signature.signature)
    }
    writer.put(oldVersion)
    writer.put8(status.rawValue)
  }

  init?(_ reader: inout RecordReader) {
    phase = reader.getEnum(or: .idle)
    location = reader.getText()
    retrieveAt = DateTime(milliseconds: reader.getInt64())
    installAt = reader.getOptionalTime()
    attemptsLeft = reader.getInt()
    retryInterval = reader.getInt64()
    request = reader.getOptionalInt()
    if reader.getBool() {
      signature = FirmwareSignature(certificate: reader.getText(), signature: reader.getText())
    }
    oldVersion = reader.getText()
    status = reader.getEnum(or: .idle)
    if reader.failed { return nil }
  }
}
