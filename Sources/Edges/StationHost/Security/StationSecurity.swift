import Network
import OCPPJSON
import StationCore

/// How the station shows who it is and whom it trusts: the password, the security profile and the
/// certificates of its next connection, and what it goes back to when a change does not work
/// (security whitepaper A01, A05).
///
/// It outlives the station's restarts; what must outlive the process is in the journal and in the
/// certificate folder.
final class StationSecurity {
  /// How often a new security profile is tried before the old one is used again.
  static let profileAttempts = 3

  private let settings: StationSettings
  let certificates: CertificateStore
  private var password: String?
  private var profile: Int
  /// What was there before a change that no connection has confirmed yet.
  private var oldPassword: String??
  /// The other one has been tried since the change.
  private var hasTriedBoth = false
  private var oldProfile: Int?
  private var attempts = 0
  /// A change waits for the connection to close.
  private(set) var wantsReconnect = false

  init(_ settings: StationSettings, certificates: CertificateStore) {
    self.settings = settings
    self.certificates = certificates
    password = settings.password
    profile = settings.firstProfile
  }

  /// Takes what the journal says, which is newer than what the command line says.
  func powerOn(_ station: inout ChargePoint) {
    let key = station.configurationText(.authorizationKey)
    if !key.isEmpty && key != password {
      oldPassword = .some(password)
      password = key
      hasTriedBoth = false
    }
    let configured = Int(station.configurationText(.securityProfile)) ?? 0
    if configured < profile, oldProfile == nil {
      _ = station.preset("SecurityProfile", Text("\(profile)"))
    } else {
      profile = configured
    }
    station.highestSecurityProfile = Int32(highestProfile)
    wantsReconnect = false
  }

  /// A new password. Whether the connection is to be opened again with it.
  func use(key: String) -> Bool {
    if key == password { return false }
    if oldPassword == nil { oldPassword = .some(password) }
    password = key
    hasTriedBoth = false
    wantsReconnect = true
    return true
  }

  /// A new profile. Whether the connection is to be opened again with it.
  func use(profile: Int) -> Bool {
    if profile == self.profile { return false }
    if oldProfile == nil { oldProfile = self.profile }
    self.profile = profile
    attempts = 0
    wantsReconnect = true
    return true
  }

  /// What this station has the means for.
  var highestProfile: Int {
    guard let password, password.utf8.count >= 16 else {
      return canSpeakTLS && hasCertificate ? 3 : settings.firstProfile
    }
    if !canSpeakTLS { return 1 }
    return hasCertificate ? 3 : 2
  }

  private var canSpeakTLS: Bool { settings.secureURL != nil }
  private var hasCertificate: Bool {
    settings.certificateFile != nil || certificates.stationCertificate != nil
  }

  // MARK: Connecting

  /// How the next connection is opened.
  func client() throws(TLSError) -> WebSocketClient {
    wantsReconnect = false
    let base = profile >= 2 ? settings.secureURL ?? settings.url : settings.url
    var url = base.hasSuffix("/") ? String(base.dropLast()) : base
    url += "/" + settings.identity.percentEncoded
    // Profile 3 shows a certificate instead of a password, unless it was started with both.
    let showsPassword = profile != 3 || settings.firstProfile == 3
    let credentials = (showsPassword ? password : nil).map {
      BasicCredentials(user: settings.identity, password: Array($0.utf8))
    }
    var client = WebSocketClient(
      url: url, subprotocols: ["ocpp1.6"], basicAuth: credentials)
    if url.lowercased().hasPrefix("wss://") { client.tls = try context() }
    return client
  }

  /// Installed certificates come on top of the ones of the command line; a signed one replaces it.
  private func context() throws(TLSError) -> TLSClientContext {
    let own = certificates.stationCertificate
    return try TLSClientContext(
      caFile: certificates.trustFile(with: settings.caFile),
      certificateFile: own?.certificate ?? settings.certificateFile,
      keyFile: own?.key ?? settings.keyFile)
  }

  /// What the connection was opened with is right.
  func connected(_ station: inout ChargePoint) {
    oldPassword = nil
    oldProfile = nil
    attempts = 0
    let kept = station.configurationText(.authorizationKey)
    if let password, !kept.isEmpty, kept != password {
      _ = station.preset("AuthorizationKey", Text(password))
    }
  }

  /// A connection could not be opened. True when something was taken back and the old way may work.
  ///
  /// A refusal may be about something else: of two passwords neither is forgotten before a connection
  /// shows which one is right. They take turns; the other one's first turn is at once.
  func failed(_ error: NetworkError, _ station: inout ChargePoint) -> Bool {
    if case .refused(let status, _) = error, status == 401 || status == 403, let old = oldPassword {
      oldPassword = .some(password)
      password = old
      wantsReconnect = false
      if !hasTriedBoth {
        hasTriedBoth = true
        return true
      }
    }
    guard let old = oldProfile else { return false }
    attempts += 1
    if attempts < StationSecurity.profileAttempts { return true }
    profile = old
    oldProfile = nil
    _ = station.preset("SecurityProfile", Text("\(old)"))
    wantsReconnect = false
    return true
  }
}

extension String {
  /// As one segment of a URL's path.
  var percentEncoded: String {
    let digits = Array("0123456789ABCDEF")
    return utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.append(Character(UnicodeScalar(byte)))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
