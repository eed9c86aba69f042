import COpenSSL

/// Files with certificates and keys.
public enum TLSFiles {
  /// Whether a certificate and its key can be used together.
  /// - Throws: an error that names the file and says what to do: it cannot be read, is no PEM, the key
  ///   is another one's, has a pass phrase, or is readable by others on this machine.
  public static func check(certificateFile: String, keyFile: String) throws(TLSError) {
    let settings = TLSSettings(method: TLS_server_method())
    try settings.identify(certificateFile: certificateFile, keyFile: keyFile)
  }
}
