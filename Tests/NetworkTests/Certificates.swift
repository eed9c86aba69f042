import Foundation

/// Certificates and keys for the tests, made by the `openssl` program when the first test asks, in a
/// folder that goes with the process.
struct Certificates {
  static let made = Certificates()
  private static let folder = NSTemporaryDirectory() + "ocpp-tls-\(getpid())"

  private init() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", Self.script, "certificates", Self.folder]
    process.standardError = FileHandle.nullDevice
    try? process.run()
    process.waitUntilExit()
    precondition(process.terminationStatus == 0, "The openssl program must be installed.")
    atexit { try? FileManager.default.removeItem(atPath: Certificates.folder) }
  }

  func path(_ name: String) -> String { "\(Self.folder)/\(name)" }

  /// `issue NAME CA DAYS SUBJECT SAN [KEY ALGORITHM]`
  private static let script = """
    mkdir -p "$1"; cd "$1"; umask 077
    authority() {
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
        -keyout "$1.key" -out "$1.pem" -subj "/CN=$1"
    }
    serial=0
    issue() {
      name=$1 ca=$2 days=$3 subject=$4 san=$5; shift 5; serial=$((serial + 1))
      [ $# -gt 0 ] || set -- -newkey ec -pkeyopt ec_paramgen_curve:P-256
      openssl req "$@" -nodes -keyout "$name.key" -out "$name.csr" -subj "$subject"
      echo "subjectAltName=$san" >"$name.ext"; [ -n "$san" ] || : >"$name.ext"
      openssl x509 -req -in "$name.csr" -CA "$ca.pem" -CAkey "$ca.key" -set_serial $serial \
        -days "$days" -out "$name.pem" -extfile "$name.ext"
    }
    authority ca; authority stranger-ca
    local=DNS:localhost,IP:127.0.0.1
    issue server ca 30 /CN=server $local
    issue rsa ca 30 /CN=server $local -newkey rsa:2048
    issue expired ca -1 /CN=server $local
    issue elsewhere ca 30 /CN=server DNS:elsewhere.example
    issue station ca 30 /CN=CP1 ''
    issue named ca 30 /CN=serial-77/CN=second DNS:CP2,DNS:CP3,email:a@b.example
    issue expired-station ca -1 /CN=CP1 ''
    issue stranger stranger-ca 30 /CN=CP1 ''
    openssl pkey -in server.key -aes128 -passout pass:secret -out locked.key
    cp server.key open.key; chmod 644 open.key
    echo nothing >empty.pem
    """
}
