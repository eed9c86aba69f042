/// Why TLS cannot be used: something is wrong with a file, or with what the peer says or shows.
public struct TLSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault it is.
  public enum Code: Sendable, Hashable {
    /// A file is missing or may not be read.
    case unreadableFile
    /// A file has no certificate in PEM.
    case invalidCertificate
    /// A file has no private key in PEM, or one that needs a pass phrase.
    case invalidKey
    /// Others on this machine may use the private key.
    case exposedKey
    /// Certificate and private key do not belong together.
    case keyMismatch
    /// The peer's certificate was not issued by somebody we trust.
    case untrusted
    /// The peer's certificate is past its time, or before it.
    case expired
    /// The server's certificate is for another name.
    case wrongHost
    /// The peer showed no certificate, though it must.
    case certificateMissing
    /// The peer refused us, by an alert.
    case refusedByPeer
    /// Neither side's versions or suites suit the other.
    case nothingInCommon
    /// The peer spoke HTTP where TLS is due.
    case plainHTTP
    /// What the peer speaks is not TLS.
    case notTLS
    /// The peer broke the protocol.
    case protocolError
  }

  public let code: Code
  /// The file at fault, when it is one.
  public let file: String?
  /// What is wrong and, for files, what to do.
  public let description: String

  init(_ code: Code, file: String? = nil, _ description: String) {
    self.code = code
    self.file = file
    self.description = description
  }
}
