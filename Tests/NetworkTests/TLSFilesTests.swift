import Foundation
import Network
import Testing

enum Files {
  /// Copies a file of the tests' certificates; a name without a file empties the copy.
  static func copy(_ name: String, to path: String) throws {
    let data = FileManager.default.contents(atPath: Certificates.made.path(name)) ?? Data()
    try data.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}

/// What is wrong with files is said with the file's name and what to do.
@Suite struct TLSFilesTests {
  private func fault(
    _ certificate: String, _ key: String, clients: String? = nil
  ) -> TLSError? {
    let made = Certificates.made
    do throws(TLSError) {
      _ = try TLSServerContext(
        certificateFile: made.path(certificate), keyFile: made.path(key),
        clientCAFile: clients.map { made.path($0) })
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "A server's files",
    arguments: [
      ("none.pem", "server.key", nil, .unreadableFile, "none.pem", "No such file"),
      ("empty.pem", "server.key", nil, .invalidCertificate, "empty.pem", "must be PEM"),
      ("server.pem", "none.key", nil, .unreadableFile, "none.key", "No such file"),
      ("server.pem", "server.pem", nil, .invalidKey, "server.pem", "no usable private key"),
      ("server.pem", "locked.key", nil, .invalidKey, "locked.key", "openssl pkey -in "),
      ("server.pem", "open.key", nil, .exposedKey, "open.key", "chmod 600 "),
      ("server.pem", "station.key", nil, .keyMismatch, "station.key", "not the one"),
      ("server.pem", "rsa.key", nil, .keyMismatch, "rsa.key", "not the one"),
      ("server.pem", "server.key", "none.pem", .unreadableFile, "none.pem", "The CA file"),
      ("server.pem", "server.key", "empty.pem", .invalidCertificate, "empty.pem", "CA certificate"),
    ] as [(String, String, String?, TLSError.Code, String, String)])
  func server(
    certificate: String, key: String, clients: String?, code: TLSError.Code, file: String,
    says: String
  ) throws {
    let error = try #require(fault(certificate, key, clients: clients))
    #expect(error.code == code)
    #expect(error.file == Certificates.made.path(file))
    #expect(error.description.contains(Certificates.made.path(file)))
    #expect(error.description.contains(says), "\(error)")
  }

  @Test("A client's files")
  func client() throws {
    let made = Certificates.made
    func code(_ make: () throws(TLSError) -> TLSClientContext) -> TLSError.Code? {
      do throws(TLSError) { _ = try make() } catch { return error.code }
      return nil
    }
    #expect(
      code { () throws(TLSError) in try TLSClientContext(caFile: made.path("none")) }
        == .unreadableFile)
    #expect(
      code { () throws(TLSError) in try TLSClientContext(keyFile: made.path("server.key")) }
        == .invalidCertificate)
    #expect(
      code { () throws(TLSError) in
        try TLSClientContext(certificateFile: made.path("station.pem"))
      } == .invalidKey)
  }
}
