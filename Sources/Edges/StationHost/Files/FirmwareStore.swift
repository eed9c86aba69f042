import Foundation
import Network

/// The firmware files of a virtual station. Nothing in them runs: what counts is that they arrived,
/// are signed by the right one, and which version they are.
final class FirmwareStore {
  private static let downloaded = "firmware.download"
  private static let installed = "firmware.bin"
  private static let version = "firmware.version"
  private let folder: StationFolder
  private let rootFile: String?

  init(folder: StationFolder, rootFile: String?) {
    self.folder = folder
    self.rootFile = rootFile
  }

  /// Where a download goes.
  func downloadPath() throws -> String { try folder.path(Self.downloaded) }

  /// The version of what was installed last.
  var installedVersion: String? {
    folder.read(Self.version).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether what was downloaded was signed as `signature` says, by somebody the manufacturer
  /// vouches for.
  func verify(certificate: String, signature: String, roots: [String]) -> FirmwareFault? {
    guard let file = folder.read(Self.downloaded) else { return .noFile }
    return FirmwareSignatureCheck.fault(
      in: file, certificate: certificate, signature: signature, roots: trusted(roots))
  }

  /// Whether a certificate may sign firmware: why not, or nil.
  func fault(ofCertificate certificate: String, roots: [String]) -> FirmwareFault? {
    FirmwareSignatureCheck.fault(ofCertificate: certificate, roots: trusted(roots))
  }

  private func trusted(_ roots: [String]) -> [String] {
    guard let rootFile, let pem = FileManager.default.contents(atPath: rootFile) else {
      return roots
    }
    return roots + [String(decoding: pem, as: UTF8.self)]
  }

  /// What installing came to.
  enum Outcome: Equatable {
    /// Another version: the station restarts with it.
    case newVersion(String)
    /// The version that runs already.
    case sameVersion
    case failed(String)
  }

  /// Makes what was downloaded the station's firmware.
  func install(running: String?) -> Outcome {
    guard let file = folder.read(Self.downloaded), !file.isEmpty else {
      return .failed("the firmware file is empty or missing")
    }
    let version = Self.version(of: file)
    do {
      try folder.write(file, Self.installed)
      try folder.write(Data(version.utf8), Self.version)
    } catch {
      return .failed("the firmware cannot be written: \(error)")
    }
    folder.remove(Self.downloaded)
    return version == running ? .sameVersion : .newVersion(version)
  }

  /// What the first line says (`version=1.2.3`), or else a name made of the contents.
  static func version(of file: Data) -> String {
    let line = file.prefix(64).prefix { $0 != 0x0A && $0 != 0x0D }
    if let text = String(bytes: line, encoding: .utf8), text.hasPrefix("version=") {
      let version = text.dropFirst(8).filter { $0.isASCII && !$0.isWhitespace }
      if (1...50).contains(version.utf8.count) { return version }
    }
    let digest = sha256(Array(file)).prefix(6)
    return "sha256-" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Why a firmware file is not to be installed.
enum FirmwareFault: String, Error, Equatable {
  case noFile = "there is no file"
  case noRoot = "no manufacturer's root certificate is installed"
  case badCertificate = "the signing certificate is none"
  case untrusted = "the signing certificate does not come from the manufacturer"
  case badSignature = "the signature is not one of this file by this certificate"
}
