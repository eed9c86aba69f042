import OCPP16
public import OCPPJSON

/// A setting of a station as it reads it out.
public struct ConfigurationEntry: Sendable, Equatable {
  public var key: Text
  public var isReadOnly: Bool
  public var value: Text?

  public init(key: Text, isReadOnly: Bool, value: Text?) {
    self.key = key
    self.isReadOnly = isReadOnly
    self.value = value
  }
}

/// What a station made of a command, whatever version it speaks.
public struct CommandAnswer: Sendable, Equatable {
  /// What came with the result.
  public enum Details: Sendable, Equatable {
    case none
    case configuration([ConfigurationEntry], unknown: [Text])
    case schedule(connector: Int?, start: DateTime?, ScheduleOrder?)
    case listVersion(Int)
    /// The name of the file that will be uploaded, if there is one.
    case file(Text?)
    case data(Text?)
    case certificates([CertificateID])
  }

  /// The action that carried it out: "Reset".
  public var command: Text
  /// The station's word; "Accepted" for messages that can only be answered that way.
  public var result: Text
  public var details: Details

  /// Whether the station does what it was told, now or as soon as it can.
  public var isAccepted: Bool { result == "Accepted" }

  init(_ action: Action, _ result: Text = "Accepted", _ details: Details = .none) {
    command = action.word
    self.result = result
    self.details = details
  }

  /// Reads the answer to a call; the payload must be valid.
  /// - Throws: when it is not.
  public init(to call: Call16, payload: [UInt8]) throws(DecodeError) {
    guard let action = Action(rawValue: call.action) else {
      throw DecodeError(.notImplemented, .unknownAction, offset: 0)
    }
    switch action {
    case .getConfiguration: self = try CommandAnswer.configuration(payload)
    case .getCompositeSchedule: self = try CommandAnswer.schedule(payload)
    case .getInstalledCertificateIds: self = try CommandAnswer.certificates(payload)
    case .getLocalListVersion:
      self.init(
        action, "Accepted",
        .listVersion(try GetLocalListVersionResponse.decode(payload).listVersion))
    case .getDiagnostics:
      self.init(action, "Accepted", .file(try GetDiagnosticsResponse.decode(payload).fileName))
    case .updateFirmware: self.init(action)
    case .getLog:
      let answer = try GetLogResponse.decode(payload)
      self.init(action, answer.status.word, .file(answer.filename))
    case .dataTransfer:
      let answer = try DataTransferResponse.decode(payload)
      self.init(action, answer.status.word, .data(answer.data))
    default: self.init(action, try StatusOnly.decode(payload).status)
    }
  }

  private static func configuration(_ payload: [UInt8]) throws(DecodeError) -> CommandAnswer {
    let answer = try GetConfigurationResponse.decode(payload)
    var entries: [ConfigurationEntry] = []
    for entry in answer.configurationKey ?? [] {
      entries.append(
        ConfigurationEntry(
          key: entry.key, isReadOnly: entry.readonly,
          // Some stations read their password out.
          value: entry.key.isAuthorizationKey ? nil : entry.value))
    }
    return CommandAnswer(
      .getConfiguration, "Accepted", .configuration(entries, unknown: answer.unknownKey ?? []))
  }

  private static func schedule(_ payload: [UInt8]) throws(DecodeError) -> CommandAnswer {
    let answer = try GetCompositeScheduleResponse.decode(payload)
    return CommandAnswer(
      .getCompositeSchedule, answer.status.word,
      .schedule(
        connector: answer.connectorId, start: answer.scheduleStart,
        answer.chargingSchedule.map { ScheduleOrder($0) }))
  }

  private static func certificates(_ payload: [UInt8]) throws(DecodeError) -> CommandAnswer {
    let answer = try GetInstalledCertificateIdsResponse.decode(payload)
    var ids: [CertificateID] = []
    for hash in answer.certificateHashData ?? [] {
      ids.append(
        CertificateID(
          algorithm: CertificateHash(word: hash.hashAlgorithm.word) ?? .sha256,
          issuerNameHash: hash.issuerNameHash, issuerKeyHash: hash.issuerKeyHash,
          serialNumber: hash.serialNumber))
    }
    return CommandAnswer(
      .getInstalledCertificateIds, answer.status.word, .certificates(ids))
  }
}

/// `{"status": "…"}`: what most answers are. Its word was checked when the answer came.
private struct StatusOnly: OCPPObject {
  var status = Text()

  init(blank: ()) {}

  mutating func read(_ reader: inout JSONReader) {
    var count = 0
    while reader.memberName(&count) != nil { status = reader.text() }
  }

  func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("status")
    writer.text(status)
    writer.endObject()
  }
}

extension StationKnowledge {
  /// Learns from an answer: what the configuration says of local lists, and their version.
  public mutating func learn(from answer: CommandAnswer, to command: StationCommand) {
    switch answer.details {
    case .configuration(let entries, _):
      for entry in entries where entry.key.isSame(ignoringCase: "SendLocalListMaxLength") {
        localListPartLength = entry.value.flatMap { StationKnowledge.number($0) }
      }
      for entry in entries where entry.key.isSame(ignoringCase: "LocalAuthListMaxLength") {
        localListLength = entry.value.flatMap { StationKnowledge.number($0) }
      }
    case .listVersion(let version): localListVersion = version
    case .none:
      if case .sendLocalList(let list) = command {
        // After anything but a success the station alone knows what it has.
        localListVersion = answer.isAccepted ? list.version : nil
      }
    default: break
    }
  }

  private static func number(_ text: Text) -> Int? {
    let value = text.withUTF8 { Decimal(canonical: $0) }
    guard let whole = value?.integer, whole > 0 else { return nil }
    return Int(exactly: whole)
  }
}
