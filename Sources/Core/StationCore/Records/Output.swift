public import Journal
public import OCPP16
public import OCPPJSON

/// What an event comes to: first one atomic batch of records, then steps that are performed strictly
/// in order. Only safe ones (`Step.isSafe`) may be performed while the batch is not durable; when it
/// cannot be made durable, the station is told `persistFailed`: the others wait or are dropped.
public struct Output: ~Copyable {
  private let pin = Pin()
  public internal(set) var steps: [Step] = []
  /// The records, as the journal takes them.
  var recordWriter = RecordWriter()
  /// The texts of the frames.
  var frames: JSONWriter
  /// Room for frames to begin with, in bytes. After an event that needed more than four times as much,
  /// the room is given back.
  private let frameRoom: Int

  /// An empty one.
  ///
  /// - Parameters:
  ///   - steps: steps for which there is room before it has to grow.
  ///   - bytes: bytes of room for the records, and as many for the frames.
  public init(steps: Int = 64, bytes: Int = 4096) {
    self.steps.reserveCapacity(steps)
    recordWriter.batch.bytes.reserveCapacity(bytes)
    frames = JSONWriter(capacity: bytes)
    frameRoom = max(bytes, 64)
  }

  public var isEmpty: Bool { recordWriter.batch.count == 0 && steps.isEmpty }

  /// What is to be durable before the steps are performed.
  public var records: Records { Records(batch: recordWriter.batch) }

  /// The records, for a `Journal`.
  public var batch: JournalBatch { recordWriter.batch }

  /// Forgets everything and keeps the room.
  public mutating func clear() {
    steps.removeAll(keepingCapacity: true)
    recordWriter.batch.removeAll()
    forgetFrames()
  }

  /// The steps were not performed, and the frames not sent. The records stay, and the steps that only
  /// they tell of: they are tried again with the next event's.
  mutating func dropSteps() {
    remove { !$0.waits }
    forgetFrames()
  }

  @inline(never) private mutating func remove(where isGone: (Step) -> Bool) {
    var index = 0
    while index < steps.count {
      if isGone(steps[index]) { steps.remove(at: index) } else { index += 1 }
    }
  }

  @inline(never) private mutating func forgetFrames() {
    frames.reset(keeping: 4 * frameRoom, usual: frameRoom)
  }

  /// The connection they were meant for is gone: frames that still wait for a batch to become durable
  /// do not go out on the next one.
  @inline(never) mutating func dropFrames() {
    remove { if case .send = $0 { true } else { false } }
    forgetFrames()
  }

  /// Adds a step in the place of those that wait and that it leaves without a meaning.
  @inline(never) mutating func replace(_ step: Step) {
    remove { $0.isPointless(before: step) }
    add(step)
  }

  /// Calls `body` with a record's value, valid during the call only.
  public func withValue<Result>(
    of record: Record, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    recordWriter.batch.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[record.bytes]))
    }
  }

  /// Calls `body` with a frame's text, valid during the call only.
  public borrowing func withFrame<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    frames.withBytes { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  @inline(never) mutating func add(_ step: Step) { steps.append(step) }

  mutating func put(
    _ kind: RecordKind, _ key: Int, _ value: borrowing some Recorded & ~Copyable,
    _ priority: RecordPriority = .normal
  ) {
    let start = begin(kind, key, priority)
    value.write(&recordWriter)
    recordWriter.batch.end(start)
  }

  @inline(never) private mutating func begin(
    _ kind: RecordKind, _ key: Int, _ priority: RecordPriority
  ) -> Int {
    recordWriter.batch.beginValue(
      kind.rawValue, UInt32(truncatingIfNeeded: key), JournalPriority(priority))
  }

  @inline(never) mutating func forget(_ kind: RecordKind, _ key: Int) {
    recordWriter.batch.removal(kind.rawValue, UInt32(truncatingIfNeeded: key))
  }
}

extension Step {
  /// Whether the step is performed even when the batch before it is not durable: it makes nobody less
  /// safe and promises nothing.
  public var isSafe: Bool {
    switch self {
    case .openContactor, .readMeter, .showPrompt, .connect, .closeSocket, .cancelFirmware,
      .cancelUpload, .takeDataAnswer:
      true
    case .offerCurrent(_, let milliamperes): milliamperes == 0
    default: false
    }
  }

  /// Whether the step, which waits, has no meaning any more once the next one is to be performed.
  func isPointless(before next: Step) -> Bool {
    switch (self, next) {
    case (.applyConfiguration(let key), .applyConfiguration(let other)): key == other
    case (.useAuthorizationKey, .useAuthorizationKey), (.useSecurityProfile, .useSecurityProfile),
      (.upload, .cancelUpload), (.downloadFirmware, .cancelFirmware),
      (.verifyFirmware, .cancelFirmware):
      true
    default: false
    }
  }

  /// Whether the step is performed as soon as the batch is durable after all: the state that it follows from
  /// is reached, and nothing else would bring it. The others follow from the state again, or from an answer
  /// that nobody gets.
  var waits: Bool {
    switch self {
    case .downloadFirmware, .verifyFirmware, .installFirmware, .upload, .applyConfiguration,
      .useAuthorizationKey, .useSecurityProfile, .reportDeadLetter:
      true
    default: false
    }
  }
}

/// Something the driver does. Where a step leads to an event, it says which.
public enum Step: Sendable {
  /// Open the WebSocket. Then `connected` or `connectFailed`.
  case connect
  /// Close the WebSocket, with this code of RFC 6455. Then `disconnected`.
  case closeSocket(code: UInt16)
  /// Send the frame whose text is in the output.
  case send(Range<Int>)
  case closeContactor(connector: Int)
  case openContactor(connector: Int)
  /// Set the control pilot's duty cycle; 0 means no energy for now.
  case offerCurrent(connector: Int, milliamperes: Int32)
  case lockCable(connector: Int)
  case unlockCable(connector: Int)
  /// Unlock because the central system wants it. Then `unlocked` or `unlockFailed`.
  case forceUnlock(connector: Int)
  /// Read the meter now. Then `meterRead`. Connector 0 is the main meter.
  case readMeter(connector: Int)
  /// Tell the person in front of the charger.
  case showPrompt(connector: Int, Prompt)
  /// Restart: `soft` lets the software end, `hard` is like pulling the plug.
  case reboot(ResetType)
  /// Then `firmwareDownloaded` or `firmwareDownloadFailed`.
  case downloadFirmware(location: Text, signature: FirmwareSignature?)
  /// Check the certificate a signed update names, before it is accepted. Then
  /// `firmwareCertificateChecked`.
  case checkFirmwareCertificate(pem: Text)
  /// Check the signature of what was downloaded. Then `firmwareSignatureChecked`.
  case verifyFirmware(FirmwareSignature)
  /// Then a restart with the new firmware, `firmwareInstalled` or `firmwareInstallFailed`.
  case installFirmware
  /// Stop a download or an installation that was replaced.
  case cancelFirmware
  /// Then `uploadFinished`.
  indirect case upload(UploadRequest)
  case cancelUpload
  /// Then `certificateCallDone`.
  case installCertificate(CertificateUse, pem: Text)
  indirect case deleteCertificate(CertificateHashData)
  case listCertificates(CertificateUse)
  case storeSignedCertificate(chain: Text)
  /// Make a key pair and a signing request. Then `signingRequestMade`.
  case makeSigningRequest
  /// A vendor's own message. Then `dataAnswered`.
  case takeData(vendor: Text, message: Text?, data: Text?)
  /// What came of a `dataToSend`; no status when the central system refused to understand it, or the
  /// connection ended before its answer.
  case takeDataAnswer(DataTransferStatus?, data: Text?)
  /// A configuration key has another value, from whomever.
  case applyConfiguration(key: Text)
  /// The password for HTTP Basic authentication changed; the driver reconnects with it.
  case useAuthorizationKey(Text)
  /// The security profile changed; the driver reconnects with it, and says with `preset` which one
  /// holds when that fails (security whitepaper A05).
  case useSecurityProfile(Int)
  /// A message was given up after all its attempts.
  case reportDeadLetter(sequence: UInt64)
}

/// What the person in front of the charger should know.
public enum Prompt: UInt8, Sendable {
  case presentToken, plugIn, checking, accepted, refused, cableTimeout, tokenTimeout, reserved
  case outOfService, memoryFull, charging, finished, removeCable
}

/// What a signed update must be checked against.
public struct FirmwareSignature: Sendable, Equatable {
  public var certificate: Text
  public var signature: Text
}

/// A file the central system wants.
public struct UploadRequest: Sendable, Equatable {
  public enum Kind: UInt8, Sendable { case diagnostics, diagnosticsLog, securityLog }
  public var kind: Kind
  public var location: Text
  public var from: DateTime?
  public var to: DateTime?
  public var fileName: Text
}
