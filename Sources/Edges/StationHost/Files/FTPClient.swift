import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file did not go over FTP.
struct FTPFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// One connection to an FTP server (RFC 959, passive mode of RFC 2428). It blocks, each step for
/// `FileTransfer.silence` at most, and belongs to a thread of its own.
final class FTPClient {
  /// Of all the lines of one reply, in bytes.
  static let replyLimit = 8_192

  private let control: Int32
  private let host: String
  private var pending: [UInt8] = []

  /// Connects and signs in.
  init(host: String, port: Int, user: String, password: String) throws(FTPFault) {
    self.host = host
    control = try FTPClient.connect(host, port)
    guard try reply() == 220 else { throw FTPFault("the FTP server is not ready") }
    var code = try command("USER \(user)")
    if code == 331 { code = try command("PASS \(password)") }
    guard code == 230 || code == 202 else { throw FTPFault("the FTP server refused the sign-in") }
    guard try command("TYPE I") == 200 else {
      throw FTPFault("the FTP server takes no binary files")
    }
  }

  deinit { close(control) }

  /// Puts a file; the folders must be there.
  func store(_ contents: Data, folders: [String], name: String) throws(FTPFault) {
    let data = try open(folders, "STOR \(name)")
    let isSent = contents.withUnsafeBytes { FTPClient.write($0, to: data) }
    close(data)
    try finish(isSent)
  }

  /// Fetches a file.
  func retrieve(
    folders: [String], name: String, limit: Int64, into file: FileHandle
  ) throws(FTPFault) {
    let data = try open(folders, "RETR \(name)")
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var total: Int64 = 0
    var isGood = true
    while isGood {
      let count = recv(data, &buffer, buffer.count, 0)
      if count == 0 { break }
      total += Int64(max(count, 0))
      isGood = count > 0 && total <= limit
      if isGood { isGood = (try? file.write(contentsOf: buffer[..<count])) != nil }
    }
    close(data)
    if total > limit { throw FTPFault("the file is larger than \(limit) bytes") }
    try finish(isGood)
  }

  /// Goes to the folder, opens a data connection, and gives the order.
  private func open(_ folders: [String], _ order: String) throws(FTPFault) -> Int32 {
    for folder in folders where try command("CWD \(folder)") / 100 != 2 {
      throw FTPFault("the FTP server has no folder \(folder)")
    }
    let data = try FTPClient.connect(host, try passivePort())
    let code: Int
    do throws(FTPFault) { code = try command(order) } catch {
      close(data)
      throw error
    }
    if code != 150 && code != 125 {
      close(data)
      throw FTPFault("the FTP server answered \(code)")
    }
    return data
  }

  private func finish(_ isGood: Bool) throws(FTPFault) {
    guard isGood, try reply() / 100 == 2 else { throw FTPFault("the FTP transfer broke off") }
    _ = try? command("QUIT")
  }

  /// `229 … (|||PORT|)`. Always the same host, whatever a server would like.
  private func passivePort() throws(FTPFault) -> Int {
    try write("EPSV")
    let (code, text) = try replyText()
    guard code == 229, let start = text.range(of: "(|||")?.upperBound,
      let port = Int(text[start...].prefix { $0.isNumber }), (1...65_535).contains(port)
    else { throw FTPFault("the FTP server has no extended passive mode") }
    return port
  }

  // MARK: Lines

  private func command(_ text: String) throws(FTPFault) -> Int {
    try write(text)
    return try reply()
  }

  private func write(_ text: String) throws(FTPFault) {
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw FTPFault("a name or password has characters that FTP cannot carry")
    }
    let isSent = Array("\(text)\r\n".utf8).withUnsafeBytes { FTPClient.write($0, to: control) }
    if !isSent { throw FTPFault("the FTP server left") }
  }

  private func reply() throws(FTPFault) -> Int { try replyText().code }

  /// The last line of a reply: three digits and a space; what comes before it belongs to it.
  private func replyText() throws(FTPFault) -> (code: Int, text: String) {
    var total = 0
    while true {
      let line = try line()
      total += line.utf8.count
      if total > FTPClient.replyLimit { throw FTPFault("the FTP server talks too much") }
      if let code = Int(line.prefix(3)), line.dropFirst(3).first.map({ $0 == " " }) ?? true {
        return (code, line)
      }
    }
  }

  private func line() throws(FTPFault) -> String {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<end].filter { $0 != 0x0D }, as: UTF8.self)
        pending.removeFirst(end + 1)
        return line
      }
      if pending.count > FTPClient.replyLimit { throw FTPFault("the FTP server talks too much") }
      var buffer = [UInt8](repeating: 0, count: 1_024)
      let count = recv(control, &buffer, buffer.count, 0)
      if count <= 0 { throw FTPFault("the FTP server does not answer") }
      pending += buffer[..<count]
    }
  }

  // MARK: Sockets

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      if count <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  private static func connect(_ host: String, _ port: Int) throws(FTPFault) -> Int32 {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &list) == 0, let first = list else {
      throw FTPFault("there is no host \(host)")
    }
    defer { freeaddrinfo(list) }
    var next: UnsafeMutablePointer<addrinfo>? = first
    while let place = next?.pointee {
      let descriptor = socket(place.ai_family, place.ai_socktype, place.ai_protocol)
      var time = timeval()
      time.tv_sec = Int(FileTransfer.silence)
      let size = socklen_t(MemoryLayout<timeval>.size)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
      setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
      #if canImport(Glibc)
        let isOpen = Glibc.connect(descriptor, place.ai_addr, place.ai_addrlen) == 0
      #else
        let isOpen = Darwin.connect(descriptor, place.ai_addr, place.ai_addrlen) == 0
      #endif
      if isOpen { return descriptor }
      close(descriptor)
      next = place.ai_next
    }
    throw FTPFault("\(host):\(port) cannot be reached")
  }
}
