import COpenSSL
import OCPP16

/// The digest of some bytes.
func digest(_ bytes: [UInt8], _ algorithm: HashAlgorithm) -> [UInt8] {
  let kind =
    switch algorithm {
    case .sha256: EVP_sha256()
    case .sha384: EVP_sha384()
    case .sha512: EVP_sha512()
    }
  var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var count: UInt32 = 0
  EVP_Digest(bytes, bytes.count, &result, &count, kind, nil)
  return Array(result.prefix(Int(count)))
}
