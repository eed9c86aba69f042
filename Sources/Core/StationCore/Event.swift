public import OCPP16
public import OCPPJSON

/// Something that happened. Connectors are numbered from 1; 0 is the station as a whole.
public enum Event: Sendable {
  /// The first event after `restore`.
  case poweredOn
  case connected
  case connectFailed
  case disconnected
  /// The host's network is back: a connection that waits for its time is tried at once.
  case networkAvailable
  /// The batch of the last event is not durable, and its steps were not performed.
  case persistFailed
  case clockTicked
  /// The host knows the wall time by itself.
  case clockSet(DateTime)

  case cableInserted(connector: Int)
  case cableRemoved(connector: Int)
  /// The vehicle wants energy (control pilot state C), or no longer.
  case evReady(connector: Int)
  case evNotReady(connector: Int)
  /// The station's own power electronics are ready, or not for now.
  case evseReady(connector: Int)
  case evseNotReady(connector: Int)
  /// A card was presented, with an optional choice of connector.
  case tokenPresented(idTag: Text, connector: Int?)
  /// Somebody whom the maker's own electronics know, a payment terminal for example: begins a transaction
  /// without asking anybody.
  case tokenAuthorized(idTag: Text, parentIdTag: Text, connector: Int)
  case localStopPressed(connector: Int)
  case emergencyStopPressed(connector: Int)
  /// The station's own electronics end the transaction, for a reason that none of the other events
  /// is about.
  case stopOrdered(connector: Int, Reason)
  case meterRead(connector: Int, MeterReading)
  case faulted(connector: Int, ChargePointErrorCode, info: Text)
  case faultCleared(connector: Int)
  /// All that OCPP lets a station say of an error, also of one that does not keep it from charging.
  indirect case errorReported(connector: Int, ConnectorError)
  case unlocked(connector: Int)
  case unlockFailed(connector: Int)
  case resetFailed

  /// What BootNotification says has changed, such as the SIM card.
  indirect case identityChanged(StationIdentity)
  case firmwareDownloaded
  case firmwareDownloadFailed
  case firmwareCertificateChecked(FirmwareCertificateVerdict)
  case firmwareSignatureChecked(isValid: Bool)
  case firmwareInstalled
  case firmwareInstallFailed
  case uploadFinished(isGood: Bool)
  case certificateCallDone(CertificateOutcome)
  case signingRequestMade(csr: Text)
  case securityEvent(type: Text, info: Text?)
  case dataAnswered(DataTransferStatus, data: Text?)
  /// A vendor's own message to the central system.
  case dataToSend(vendor: Text, message: Text?, data: Text?)
}

/// Something that is wrong with a connector, or with the station as a whole.
public struct ConnectorError: Sendable {
  public var code: ChargePointErrorCode
  /// At most 50 bytes.
  public var info: Text
  /// The maker's own code, at most 50 bytes; told with the vendor's name.
  public var vendorCode: Text
  /// The status goes on as it is, the error is told beside it. Otherwise it is Faulted.
  public var isWarning: Bool

  public init(
    _ code: ChargePointErrorCode, info: Text = Text(), vendorCode: Text = Text(),
    isWarning: Bool = false
  ) {
    self.code = code
    self.info = info
    self.vendorCode = vendorCode
    self.isWarning = isWarning
  }
}

/// What a firmware signing certificate is worth.
public enum FirmwareCertificateVerdict: Sendable {
  case good
  /// Not readable, not of today, or nobody the manufacturer vouches for.
  case invalid
  case revoked
}

/// What came of a certificate step.
public enum CertificateOutcome: Sendable {
  case installed(InstallCertificateStatus)
  case deleted(DeleteCertificateStatus)
  case listed([CertificateHashData])
  case stored(isGood: Bool)
}

/// One reading of a meter. The energy register is absolute: it never goes back (CP16-28).
public struct MeterReading: Sendable, Equatable {
  /// In Wh, the meter's own register.
  public var energy: Int64
  /// In W.
  public var power: Int32
  /// In mA by phase; phases that are not there are 0.
  public var current1: Int32
  public var current2: Int32
  public var current3: Int32
  /// In tenths of a volt against neutral.
  public var voltage1: Int32
  public var voltage2: Int32
  public var voltage3: Int32
  /// In percent, −1 when the vehicle does not tell.
  public var stateOfCharge: Int32
  /// In tenths of a degree Celsius.
  public var temperature: Int32
  /// In mHz.
  public var frequency: Int32

  public init(
    energy: Int64, power: Int32 = 0, currents: (Int32, Int32, Int32) = (0, 0, 0),
    voltages: (Int32, Int32, Int32) = (2300, 2300, 2300), stateOfCharge: Int32 = -1,
    temperature: Int32 = 250, frequency: Int32 = 50_000
  ) {
    self.energy = energy
    self.power = power
    (current1, current2, current3) = currents
    (voltage1, voltage2, voltage3) = voltages
    self.stateOfCharge = stateOfCharge
    self.temperature = temperature
    self.frequency = frequency
  }
}

extension MeterReading {
  /// What a register can show, in Wh: what an integer of OCPP 1.6 carries, 2,147 MWh.
  static var registerRange: ClosedRange<Int64> { 0...0x7FFF_FFFF }

  /// The same reading with a register that can be.
  var sane: MeterReading {
    var copy = self
    let range = MeterReading.registerRange
    copy.energy = min(max(energy, range.lowerBound), range.upperBound)
    return copy
  }
}

extension MeterReading: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(energy)
    writer.put32(power)
    writer.put32(current1)
    writer.put32(current2)
    writer.put32(current3)
    writer.put32(voltage1)
    writer.put32(voltage2)
    writer.put32(voltage3)
    writer.put32(stateOfCharge)
    writer.put32(temperature)
    writer.put32(frequency)
  }

  init?(_ reader: inout RecordReader) {
    self.init(energy: reader.getRegister())
    power = reader.getInt32()
    current1 = reader.getInt32()
    current2 = reader.getInt32()
    current3 = reader.getInt32()
    voltage1 = reader.getInt32()
    voltage2 = reader.getInt32()
    voltage3 = reader.getInt32()
    stateOfCharge = reader.getInt32()
    temperature = reader.getInt32()
    frequency = reader.getInt32()
    if reader.failed { return nil }
  }
}
