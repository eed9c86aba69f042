import Access
import Gateway

/// What guards the line.
extension ServeConfiguration {
  static var wireSettings: [Setting<ServeConfiguration>] {
    [
      Setting(
        "allow-origin", "ORIGIN",
        "a web page's origin that may use a server that asks for no password\n"
          + "(--open, profile 0), for example https://example.com; null is for\n"
          + "files. The server's own pages always may. May be given several times",
        reset: { $0.allowedOrigins = [] }
      ) { (c, v) throws(UsageError) in
        guard v == "null" || v.contains("://"), !v.hasSuffix("/") else {
          throw UsageError("\"\(v)\" is no origin such as https://example.com.")
        }
        c.allowedOrigins.append(v)
      },
      Setting(
        "allow-host", "NAME",
        "a name by which web pages may reach such a server, beside localhost\n"
          + "and addresses. May be given several times",
        reset: { $0.allowedHosts = [] }
      ) { (c, v) throws(UsageError) in
        if v.contains(where: { "/:".contains($0) }) {
          throw UsageError("\"\(v)\" is no host name; leave out scheme and port.")
        }
        c.allowedHosts.append(v)
      },
      Setting(
        "meter-days", "N",
        "days that meter values outside transactions are kept (90; 0: all);\nthose of transactions stay with them"
      ) { (c, v) throws(UsageError) in
        c.meterDays = try SettingValue.integer(v, in: 0...36_500)
      },
      Setting("meter-mib", "N", "MiB that they may take; the oldest go (1024)") {
        (c, v) throws(UsageError) in
        c.meterMiB = try SettingValue.integer(v, in: 1...16_777_216)
      },
      Setting(
        "station-ca-cert", "FILE",
        "the authority that signs certificates which stations ask for\n(SignCertificate); without it they wait for an operator"
      ) { c, v in c.stationCACertificate = v },
      Setting("station-ca-key", "FILE", "the authority's private key") { c, v in
        c.stationCAKey = v
      },
      Setting("station-cert-days", "N", "days such a certificate is good (365)") {
        (c, v) throws(UsageError) in
        c.stationCertificateDays = try SettingValue.integer(v, in: 1...3_650)
      },
      Setting(
        "sign-certificates", "MODE",
        "at-once (the default): for stations that have shown who they are;\nmanual: when an operator approves"
      ) { (c, v) throws(UsageError) in
        switch v {
        case "at-once": c.signsCertificatesAtOnce = true
        case "manual": c.signsCertificatesAtOnce = false
        default: throw UsageError("\"\(v)\" is neither at-once nor manual.")
        }
      },
      Setting(
        "station-messages", "N",
        "messages a second of one station; when there are more it is read\nlater, and nothing is lost (20000)"
      ) { (c, v) throws(UsageError) in
        c.stationMessages = try SettingValue.integer(v, in: 1...1_000_000)
      },
      Setting(
        "address-messages", "N",
        "the same for all stations of one address, per thread (100000)"
      ) { (c, v) throws(UsageError) in
        c.addressMessages = try SettingValue.integer(v, in: 1...1_000_000)
      },
    ]
  }

  /// Which web pages may come in, where nobody is asked for a password.
  var browsers: BrowserRule {
    BrowserRule(origins: allowedOrigins, hosts: allowedHosts, checksEveryHost: isOpen)
  }

  /// Who signs certificates of stations; nil for nobody here.
  func stationAuthority() throws -> StationAuthority? {
    switch (stationCACertificate, stationCAKey) {
    case (nil, nil): return nil
    case (let certificate?, let key?):
      return try StationAuthority(
        certificateFile: certificate, keyFile: key, days: stationCertificateDays)
    default:
      throw UsageError("--station-ca-cert and --station-ca-key belong together; one is missing.")
    }
  }

  /// The rules of a listener for stations.
  func rules(of listener: ListenerSpec) -> StationDirectory.Rules {
    let proof = listener.security.proof
    return .init(
      admitsUnknown: isOpen, proof: proof, browsers: proof == .none ? browsers : nil)
  }
}

extension GatewayConfiguration {
  /// How much stations may say; two and a half times as much at once.
  mutating func limit(stationMessages: Int, addressMessages: Int) {
    messagesPerStation = RateLimit(
      burst: Double(stationMessages) * 2.5, perSecond: Double(stationMessages))
    messagesPerAddress = RateLimit(
      burst: Double(addressMessages) * 2.5, perSecond: Double(addressMessages))
  }
}
