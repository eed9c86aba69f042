internal import COpenSSL
internal import Network
public import OCPPJSON

/// A certificate that an operator had signed elsewhere, and uploads for a request.
public struct UploadedChain: Sendable, Equatable {
  /// Why it cannot be used.
  public enum Refusal: String, Error, Sendable, CaseIterable {
    case notPEM = "must be one or more certificates in PEM, the station's own first"
    case otherKey = "must begin with a certificate for the key of the request"
    case notCurrent = "must begin with a certificate that is good today"
    case otherName =
      "must begin with a certificate whose common name or DNS name is the station's identity"
  }

  /// What fits a CertificateSigned (security extension: certificateChain).
  public static let maximumBytes = 10_000

  /// In hexadecimal.
  public let serialNumber: Text
  public let expiresAt: DateTime

  /// Looks at a chain for a request of a station.
  public init(
    _ chain: Text, for request: Text, of identity: Text, at now: DateTime
  ) throws(Refusal) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard chain.bytes.count <= Self.maximumBytes,
      let own = CertificateText.first(of: chain.bytes),
      let shown = ClientCertificate(pem: chain.bytes)
    else { throw .notPEM }
    defer { X509_free(own) }
    guard let handle = try? SigningRequestHandle(pem: request), handle.isFor(own) else {
      throw .otherKey
    }
    let seconds = now.milliseconds / 1000
    guard CertificateText.seconds(of: X509_get0_notBefore(own)) <= seconds, seconds < shown.expiry
    else { throw .notCurrent }
    // As at the door, letter by letter.
    guard shown.isFor("\(identity)") else { throw .otherName }
    serialNumber = Text(shown.serialNumber)
    expiresAt = DateTime(milliseconds: shown.expiry * 1000)
  }
}
