public import Network

/// What a certificate is known by: its issuer's number for it, and who that is.
public struct CertificateName: Sendable, Hashable {
  /// In hexadecimal, as `ClientCertificate` has it.
  public let serialNumber: String
  /// A distinguished name (RFC 2253); empty for any issuer.
  public let issuer: String

  public init(_ serialNumber: String, of issuer: String) {
    self.serialNumber = serialNumber
    self.issuer = issuer
  }

  public init(_ certificate: ClientCertificate) {
    self.init(certificate.serialNumber, of: certificate.issuer)
  }
}
