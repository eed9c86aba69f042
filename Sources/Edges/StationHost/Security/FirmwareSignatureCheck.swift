import COpenSSL
import Foundation
import Network

/// Checks the signature of a firmware file (security whitepaper, L01): SHA-256 with ECDSA, or with
/// RSA and the PSS padding, by a certificate that a manufacturer's root vouches for.
enum FirmwareSignatureCheck {
  /// Nil when the signature is good.
  static func fault(
    in file: Data, certificate: String, signature: String, roots: [String]
  ) -> FirmwareFault? {
    let signer: Certificate
    switch self.signer(certificate, roots: roots) {
    case .failure(let fault): return fault
    case .success(let found): signer = found
    }
    guard let key = signer.key,
      let bytes = Base64.decode(signature.utf8.filter { $0 > 0x20 }),
      isSigned(Array(file), bytes, key)
    else { return .badSignature }
    return nil
  }

  /// Why a signing certificate is not acceptable; nil when it is.
  static func fault(ofCertificate certificate: String, roots: [String]) -> FirmwareFault? {
    if case .failure(let fault) = signer(certificate, roots: roots) { return fault }
    return nil
  }

  /// The certificate that signs, if one of the roots vouches for it today.
  private static func signer(
    _ certificate: String, roots: [String]
  ) -> Result<Certificate, FirmwareFault> {
    let trusted = roots.flatMap { Certificate.all(pem: $0) ?? [] }
    if trusted.isEmpty { return .failure(.noRoot) }
    guard let chain = Certificate.all(pem: certificate), let signer = chain.first else {
      return .failure(.badCertificate)
    }
    guard signer.isCurrent, signer.isIssued(by: trusted, over: Array(chain.dropFirst())) else {
      return .failure(.untrusted)
    }
    return .success(signer)
  }

  private static func isSigned(_ file: [UInt8], _ signature: [UInt8], _ key: OpaquePointer) -> Bool
  {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    var keyContext: OpaquePointer?
    guard EVP_DigestVerifyInit(context, &keyContext, EVP_sha256(), nil, key) == 1 else {
      return false
    }
    if EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA {
      guard EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1 else {
        return false
      }
    }
    return EVP_DigestVerify(context, signature, signature.count, file, file.count) == 1
  }
}
