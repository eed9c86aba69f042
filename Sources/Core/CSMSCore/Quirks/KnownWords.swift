import OCPP16
import OCPPJSON

/// The words and names that a misspelling may stand for.
enum KnownWords {
  /// The word that equals this one but for the case of its letters.
  static func word(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    for table in tables {
      if let word = find(written, table) { return word }
    }
    return nil
  }

  /// Of what stations report and answer; no two words differ only in case.
  private static var tables: [NameTable] {
    [
      Measurand.table, UnitOfMeasure.table, ReadingContext.table, Location.table, Phase.table,
      ValueFormat.table, ChargePointStatus.table, ChargePointErrorCode.table, Reason.table,
      DiagnosticsStatus.table, FirmwareStatus.table, AvailabilityStatus.table,
      ConfigurationStatus.table, ReservationStatus.table, UnlockStatus.table, UpdateStatus.table,
      TriggerMessageStatus.table, ClearChargingProfileStatus.table,
    ]
  }

  private static func find(_ written: ArraySlice<UInt8>, _ table: NameTable) -> [UInt8]? {
    for index in 0..<table.count {
      let (start, count) = table.name(index)
      if count == written.count, isSame(written, start) {
        return [UInt8](UnsafeBufferPointer(start: start, count: count))
      }
    }
    return nil
  }

  /// Misspelt words that were seen, with what they stand for.
  static func misspelt(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    for (wrong, right) in misspellings where isSame(written, wrong) { return bytes(right) }
    return nil
  }

  private static var misspellings: [(StaticString, StaticString)] {
    [
      ("Celcius", "Celsius"), ("Farenheit", "Fahrenheit"), ("Percentage", "Percent"),
      ("%", "Percent"),
      ("Watt", "W"), ("Watts", "W"), ("Volt", "V"), ("Volts", "V"), ("Amp", "A"), ("Amps", "A"),
      ("Ampere", "A"), ("Availible", "Available"), ("Avaliable", "Available"),
      ("Unavailible", "Unavailable"), ("Unavaliable", "Unavailable"), ("Faultet", "Faulted"),
      ("SuspendEV", "SuspendedEV"), ("SuspendEVSE", "SuspendedEVSE"), ("No Error", "NoError"),
      ("NoErrors", "NoError"), ("OverCurrentFaliure", "OverCurrentFailure"),
      ("ConnectorLockFaliure", "ConnectorLockFailure"), ("PowerLost", "PowerLoss"),
      ("EvDisconnect", "EVDisconnected"), ("EvDisconected", "EVDisconnected"),
      ("SampleClock", "Sample.Clock"), ("SamplePeriodic", "Sample.Periodic"),
      ("TransactionBegin", "Transaction.Begin"), ("TransactionEnd", "Transaction.End"),
      ("UploadFail", "UploadFailed"), ("InstallFailed", "InstallationFailed"),
    ]
  }

  /// The member of a station's call that a name equals but for the case of its letters.
  static func member(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    for name in members where isSame(written, name) { return bytes(name) }
    return nil
  }

  private static var members: [StaticString] {
    [
      "connectorId", "transactionId", "idTag", "meterStart", "meterStop", "timestamp",
      "reservationId",
      "meterValue", "sampledValue", "value", "unit", "context", "format", "measurand", "location",
      "phase", "status", "errorCode", "info", "vendorId", "vendorErrorCode", "reason",
      "transactionData", "chargePointVendor", "chargePointModel", "chargePointSerialNumber",
      "chargeBoxSerialNumber", "firmwareVersion", "iccid", "imsi", "meterType",
      "meterSerialNumber", "messageId", "data", "requestId", "type", "techInfo",
    ]
  }

  /// Whether a member says who charges.
  static func isTag(_ name: ArraySlice<UInt8>) -> Bool {
    isSame(name, "idTag") || isSame(name, "parentIdTag")
  }

  /// The length, in characters, of a text that only informs people; nil for all others.
  static func cutLength(of name: ArraySlice<UInt8>) -> Int? {
    if isSame(name, "chargePointVendor") || isSame(name, "chargePointModel") { return 20 }
    if isSame(name, "meterType") { return 25 }
    if isSame(name, "info") || isSame(name, "vendorErrorCode") { return 50 }
    if isSame(name, "firmwareVersion") { return 50 }
    return isSame(name, "techInfo") ? 255 : nil
  }

  // MARK: Comparing

  private static func isSame(_ written: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    written.count == word.utf8CodeUnitCount && isSame(written, word.utf8Start)
  }

  private static func isSame(
    _ written: ArraySlice<UInt8>, _ start: UnsafePointer<UInt8>
  ) -> Bool {
    var place = start
    for byte in written {
      if folded(byte) != folded(place.pointee) { return false }
      place += 1
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func bytes(_ word: StaticString) -> [UInt8] {
    [UInt8](UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}
