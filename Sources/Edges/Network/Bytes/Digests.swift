import COpenSSL

/// SHA-256 of the bytes: 32 bytes.
public func sha256(_ bytes: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { output, count in
    SHA256(bytes, bytes.count, output.baseAddress)
    count = Int(SHA256_DIGEST_LENGTH)
  }
}

/// HMAC-SHA-256 of the bytes under a key of any length: 32 bytes.
public func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { output, count in
    var length: UInt32 = 0
    let done = HMAC(
      EVP_sha256(), key, Int32(key.count), bytes, bytes.count, output.baseAddress, &length)
    precondition(done != nil, "OpenSSL's HMAC fails only without memory.")
    count = Int(length)
  }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only.
public func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
}

/// Unpredictable bytes from the operating system's generator by way of OpenSSL.
public func secureRandomBytes(_ count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
    secureRandom(
      into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: output[..<count])))
    initialized = count
  }
}

func secureRandom(into bytes: UnsafeMutableRawBufferPointer) {
  let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
  precondition(
    RAND_bytes(base, Int32(bytes.count)) == 1, "Without random bytes nothing here is safe.")
}

/// The `Sec-WebSocket-Accept` that answers a `Sec-WebSocket-Key` (RFC 6455 §4.2.2).
public func webSocketAccept(key: some Sequence<UInt8>) -> String {
  var input = Array(key)
  input += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11".utf8
  let digest = [UInt8](unsafeUninitializedCapacity: Int(SHA_DIGEST_LENGTH)) { output, count in
    SHA1(input, input.count, output.baseAddress)
    count = Int(SHA_DIGEST_LENGTH)
  }
  return Base64.encode(digest)
}
