import Foundation
import Network
import OCPP16
import OCPPJSON

/// The certificates of a station, as files in its folder: roots the central system installed, and the
/// station's own with its key.
final class CertificateStore {
  private static let ownCertificate = "station.pem"
  private static let ownKey = "station.key"
  private static let newKey = "station.key.requested"
  private static let trust = "trusted.pem"

  private let folder: StationFolder
  private let baseTrust: String?

  /// - Parameter caFile: what is trusted besides the installed roots.
  init(folder: StationFolder, caFile: String?) {
    self.folder = folder
    baseTrust = caFile
  }

  private static func name(_ use: CertificateUse, _ slot: Int) -> String {
    use == .centralSystemRootCertificate ? "central-\(slot).pem" : "manufacturer-\(slot).pem"
  }

  /// The PEM texts of installed roots, by slot.
  private func slots(_ use: CertificateUse, limit: Int) -> [(slot: Int, pem: String)] {
    (0..<limit).compactMap { slot in
      folder.read(Self.name(use, slot)).map { (slot, String(decoding: $0, as: UTF8.self)) }
    }
  }

  func roots(_ use: CertificateUse) -> [String] {
    slots(use, limit: CertificateStore.slotLimit).map(\.pem)
  }

  /// However large `CertificateStoreMaxLength` is.
  static let slotLimit = 32

  // MARK: Roots

  /// - Parameter limit: `CertificateStoreMaxLength`, over both uses.
  func install(_ use: CertificateUse, pem: String, limit: Int) -> InstallCertificateStatus {
    guard let found = Certificate.all(pem: pem), found.count == 1, let root = found.first,
      root.isCurrent, root.isAuthority
    else { return .rejected }
    let new = Self.hash(root)
    let all = slots(use, limit: Self.slotLimit)
    let isThere = all.contains { Certificate.all(pem: $0.pem)?.first.map(Self.hash) == new }
    if isThere { return .accepted }
    let used = CertificateUse.allCases.reduce(0) { $0 + slots($1, limit: Self.slotLimit).count }
    let free = (0..<Self.slotLimit).first { slot in !all.contains { $0.slot == slot } }
    guard used < limit, let free else { return .rejected }
    do {
      try folder.write(Data(pem.utf8), Self.name(use, free))
      return .accepted
    } catch {
      return .failed
    }
  }

  func list(_ use: CertificateUse) -> [CertificateHashData] {
    roots(use).compactMap { Certificate.all(pem: $0)?.first.map(Self.hash) }
  }

  func delete(_ hash: CertificateHashData) -> DeleteCertificateStatus {
    for use in CertificateUse.allCases {
      for (slot, pem) in slots(use, limit: Self.slotLimit) {
        guard let root = Certificate.all(pem: pem)?.first,
          Self.isSame(Self.hash(root, hash.hashAlgorithm), hash)
        else { continue }
        folder.remove(Self.name(use, slot))
        return folder.existing(Self.name(use, slot)) == nil ? .accepted : .failed
      }
    }
    return .notFound
  }

  /// Hexadecimal digits are the same in either case.
  private static func isSame(_ one: CertificateHashData, _ other: CertificateHashData) -> Bool {
    one.issuerNameHash.isSame(ignoringCase: other.issuerNameHash)
      && one.issuerKeyHash.isSame(ignoringCase: other.issuerKeyHash)
      && one.serialNumber.isSame(ignoringCase: other.serialNumber)
  }

  private static func hash(_ root: Certificate) -> CertificateHashData { hash(root, .sha256) }

  private static func hash(
    _ root: Certificate, _ algorithm: HashAlgorithm
  ) -> CertificateHashData {
    CertificateHashData(
      hashAlgorithm: algorithm, issuerNameHash: Text(hex(root.issuerName, algorithm)),
      issuerKeyHash: Text(hex(root.publicKeyBits, algorithm)),
      serialNumber: Text(root.serialNumber))
  }

  private static func hex(_ bytes: [UInt8], _ algorithm: HashAlgorithm) -> String {
    digest(bytes, algorithm).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // MARK: The station's own

  /// The files of the station's own certificate and key, once one was signed.
  var stationCertificate: (certificate: String, key: String)? {
    guard let certificate = folder.existing(Self.ownCertificate),
      let key = folder.existing(Self.ownKey)
    else { return nil }
    return (certificate, key)
  }

  /// A request for a new certificate; its key is kept until the certificate comes.
  func makeRequest(commonName: String, organization: String) -> String? {
    guard let request = SigningRequest(commonName: commonName, organization: organization) else {
      return nil
    }
    do {
      try folder.write(Data(request.key.utf8), Self.newKey)
      return request.csr
    } catch {
      return nil
    }
  }

  /// The certificate for the last request, with its chain. False when it is not for its key, not of
  /// today, or not issued by an installed root, where there is one.
  func store(chain pem: String) -> Bool {
    guard let chain = Certificate.all(pem: pem), let own = chain.first, own.isCurrent,
      let key = folder.read(Self.newKey).map({ String(decoding: $0, as: UTF8.self) }),
      SigningRequest.isPair(own, key: key)
    else { return false }
    let trusted = roots(.centralSystemRootCertificate).flatMap { Certificate.all(pem: $0) ?? [] }
    if !trusted.isEmpty && !own.isIssued(by: trusted, over: Array(chain.dropFirst())) {
      return false
    }
    do {
      // The key first: a certificate without its key is worse than an old pair.
      try folder.write(Data(key.utf8), Self.ownKey)
      try folder.write(Data(pem.utf8), Self.ownCertificate)
    } catch {
      return false
    }
    folder.remove(Self.newKey)
    return true
  }

  // MARK: Trust

  /// One file with everything that is trusted; nil for the system's authorities.
  func trustFile(with caFile: String?) -> String? {
    let installed = roots(.centralSystemRootCertificate)
    if installed.isEmpty { return caFile }
    var all = installed.joined(separator: "\n") + "\n"
    if let caFile, let more = FileManager.default.contents(atPath: caFile) {
      all += String(decoding: more, as: UTF8.self)
    }
    guard (try? folder.write(Data(all.utf8), Self.trust)) != nil else { return caFile }
    return folder.existing(Self.trust)
  }
}
