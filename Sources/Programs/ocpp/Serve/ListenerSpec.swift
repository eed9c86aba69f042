import Gateway

/// How one listener protects the line and knows its stations: the OCPP security profiles.
enum ListenerSecurity: Equatable {
  /// Profile 0: plain, and stations prove nothing.
  case none
  /// Profile 1: plain, with HTTP Basic authentication.
  case password
  /// Profile 2: TLS, with HTTP Basic authentication.
  case tls(cert: String, key: String)
  /// Profile 3: TLS, with client certificates from these authorities.
  case mutualTLS(cert: String, key: String, ca: String)

  var proof: StationDirectory.Proof {
    switch self {
    case .none: .none
    case .password, .tls: .password
    case .mutualTLS: .certificate
    }
  }

  var summary: String {
    switch self {
    case .none: "profile 0, stations prove nothing and the line is readable"
    case .password: "profile 1, HTTP Basic; the line is readable"
    case .tls: "profile 2, TLS and HTTP Basic"
    case .mutualTLS: "profile 3, TLS and client certificates"
    }
  }
}

/// A listener as it is asked for: `profile=2,address=0.0.0.0,port=8443,cert=FILE,key=FILE`.
struct ListenerSpec: Equatable {
  var security: ListenerSecurity
  var address: String
  var port: UInt16

  init(security: ListenerSecurity, address: String, port: UInt16) {
    self.security = security
    self.address = address
    self.port = port
  }

  init(_ text: String) throws(UsageError) {
    var members = try Self.members(of: text)
    func take(_ name: String) -> String? { members.removeValue(forKey: name) }
    func need(_ name: String, _ why: String) throws(UsageError) -> String {
      guard let value = take(name) else { throw UsageError("\(name)= is missing: \(why).") }
      return value
    }
    let profile = try SettingValue.integer(
      try need("profile", "0 to 3, the OCPP security profile"), in: 0...3)
    address = take("address") ?? "127.0.0.1"
    port = UInt16(
      try SettingValue.integer(
        try need("port", "a number, or 0 to let the system choose"), in: 0...65535))
    switch profile {
    case 0: security = .none
    case 1: security = .password
    case 2:
      security = .tls(
        cert: try need("cert", "profile 2 is TLS and needs the server's certificate"),
        key: try need("key", "profile 2 is TLS and needs the certificate's private key"))
    default:
      security = .mutualTLS(
        cert: try need("cert", "profile 3 is TLS and needs the server's certificate"),
        key: try need("key", "profile 3 is TLS and needs the certificate's private key"),
        ca: try need("ca", "profile 3 needs the authorities that issue the stations' certificates"))
    }
    if let rest = members.keys.sorted().first {
      throw UsageError("\(rest)= does not belong to profile \(profile).")
    }
  }

  /// As in a URL.
  var place: String { Self.place(address, port) }

  static func place(_ address: String, _ port: UInt16) -> String {
    address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
  }

  private static func members(of text: String) throws(UsageError) -> [String: String] {
    var members: [String: String] = [:]
    for part in text.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      let name = pair.first.map(String.init) ?? ""
      guard ["profile", "address", "port", "cert", "key", "ca"].contains(name), pair.count == 2
      else {
        throw UsageError(
          "\"\(part)\" is none of profile=, address=, port=, cert=, key=, ca= with a value.")
      }
      if members.updateValue(String(pair[1]), forKey: name) != nil {
        throw UsageError("\(name)= is there twice.")
      }
    }
    return members
  }
}
