import CCurl
import CSMSCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One POST that is to be made.
struct Parcel {
  var url: String
  var headers: [String]
  var body: [UInt8]
}

/// How a POST went.
struct Receipt: Sendable, Equatable {
  /// The receiver's HTTP status; nil when there was none.
  var status: Int?
  /// Why it was not taken; nil when it was.
  var failure: String?

  var isAccepted: Bool { failure == nil }
}

/// Makes POST requests, many at a time, on the one thread that calls it.
///
/// libcurl does the work (docs/decisions/0035-webhooks.md). Redirects are not followed, proxies of the
/// environment are not used, nothing of an answer is kept, and every address is looked at before it is
/// connected to, so that a name cannot lead to where an address may not.
final class Courier {
  enum Limits {
    /// From the look-up of the name to the last byte of the answer, in milliseconds.
    static let requestMilliseconds = 30_000
    static let connectMilliseconds = 10_000
    /// Bytes of an answer, head and body together; a receiver that sends more is cut off.
    static let answerBytes = 65_536
    /// Connections kept open for the next request.
    static let idleConnections = 64
  }

  private let multi: UnsafeMutableRawPointer
  private let targets: WebhookTargets
  private let agent: String
  private var journeys: [UnsafeMutableRawPointer: Journey] = [:]

  init(targets: WebhookTargets, agent: String) {
    _ = Courier.isReady
    guard let multi = curl_multi_init() else { preconditionFailure("libcurl needs some memory.") }
    self.multi = multi
    self.targets = targets
    self.agent = agent
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Limits.idleConnections)
  }

  deinit {
    for journey in journeys.values { journey.discard(from: multi) }
    curl_multi_cleanup(multi)
  }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Requests under way.
  var count: Int { journeys.count }

  /// Begins a request; the completion is called by `work`.
  func send(_ parcel: Parcel, _ completion: @escaping (Receipt) -> Void) {
    let journey = Journey(parcel, targets, agent: agent, completion)
    journeys[journey.handle] = journey
    curl_multi_add_handle(multi, journey.handle)
  }

  /// Does what can be done now, then waits for more, or for `wake`, at most so long.
  func work(forMilliseconds wait: Int32) {
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    if finish() { return }
    curl_multi_poll(multi, nil, 0, wait, nil)
    curl_multi_perform(multi, &running)
    _ = finish()
  }

  private func finish() -> Bool {
    var hasFinished = false
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let journey = journeys.removeValue(forKey: handle)
      else { continue }
      let receipt = journey.receipt(ccurl_result(message))
      journey.discard(from: multi)
      hasFinished = true
      journey.completion(receipt)
    }
    return hasFinished
  }

  /// Ends the waiting of `work`; from any thread, while the courier is there.
  var bell: CourierBell { CourierBell(multi: multi) }
}

/// Wakes a courier up.
///
/// `@unchecked Sendable`: `curl_multi_wakeup` may be called by any thread; whoever has the bell lets
/// the courier live longer.
struct CourierBell: @unchecked Sendable {
  fileprivate let multi: UnsafeMutableRawPointer
  func ring() { curl_multi_wakeup(multi) }
}

/// One request under way.
private final class Journey {
  let handle: UnsafeMutableRawPointer
  let completion: (Receipt) -> Void
  private let body: UnsafeMutableBufferPointer<UInt8>
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let allowsPrivate: Bool
  private var received = 0
  private var wasRefused = false

  init(
    _ parcel: Parcel, _ targets: WebhookTargets, agent: String,
    _ completion: @escaping (Receipt) -> Void
  ) {
    guard let handle = curl_easy_init() else { preconditionFailure("libcurl needs some memory.") }
    self.handle = handle
    self.completion = completion
    allowsPrivate = targets.allowsPrivate
    body = .allocate(capacity: parcel.body.count)
    _ = body.initialize(from: parcel.body)
    for line in parcel.headers + ["Content-Type: application/json", "Expect:", "Accept:"] {
      headers = curl_slist_append(headers, line)
    }
    setText(CURLOPT_URL, parcel.url)
    setText(CURLOPT_USERAGENT, agent)
    setText(CURLOPT_PROTOCOLS_STR, targets.allowsPrivate ? "https,http" : "https")
    // Empty: none, whatever the environment says.
    setText(CURLOPT_PROXY, "")
    if let file = targets.authoritiesFile { setText(CURLOPT_CAINFO, file) }
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_POST, 1)
    set(CURLOPT_POSTFIELDSIZE, body.count)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    set(CURLOPT_TIMEOUT_MS, Courier.Limits.requestMilliseconds)
    set(CURLOPT_CONNECTTIMEOUT_MS, Courier.Limits.connectMilliseconds)
    // A name server that hangs must not hold up the others when the time is over.
    set(CURLOPT_QUICK_EXIT, 1)
    ccurl_set_pointer(handle, CURLOPT_POSTFIELDS, body.baseAddress)
    ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    let count: ccurl_write = { _, size, count, context in
      Unmanaged<Journey>.fromOpaque(context!).takeUnretainedValue().count(size * count)
    }
    ccurl_set_write(handle, CURLOPT_WRITEFUNCTION, count)
    ccurl_set_write(handle, CURLOPT_HEADERFUNCTION, count)
    ccurl_set_open_socket(handle) { context, _, address in
      Unmanaged<Journey>.fromOpaque(context!).takeUnretainedValue().openSocket(address!)
    }
  }

  deinit {
    body.deallocate()
    curl_slist_free_all(headers)
  }

  func discard(from multi: UnsafeMutableRawPointer) {
    curl_multi_remove_handle(multi, handle)
    curl_easy_cleanup(handle)
  }

  private func setText(_ option: CURLoption, _ value: String) {
    let code = ccurl_set_text(handle, option, value)
    precondition(code == CURLE_OK, "libcurl knows every option that is used here.")
  }

  private func set(_ option: CURLoption, _ value: Int) {
    let code = ccurl_set_long(handle, option, value)
    precondition(code == CURLE_OK, "libcurl knows every option that is used here.")
  }

  /// Another number than the one it was given cuts the answer off.
  private func count(_ bytes: Int) -> Int {
    received += bytes
    return received > Courier.Limits.answerBytes ? 0 : bytes
  }

  /// The address that is about to be connected to, after all look-ups.
  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard allowsPrivate || PublicAddress.contains(Journey.bytes(of: address)) else {
      wasRefused = true
      return -1
    }
    #if canImport(Glibc)
      let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = address.pointee.socktype
    #endif
    return socket(address.pointee.family, kind, address.pointee.protocol)
  }

  /// The bytes of an address in network order; none of a family that is neither IPv4 nor IPv6.
  private static func bytes(of address: UnsafeMutablePointer<curl_sockaddr>) -> [UInt8] {
    let raw = UnsafeRawPointer(address) + MemoryLayout<curl_sockaddr>.offset(of: \.addr)!
    switch address.pointee.family {
    case AF_INET:
      let place = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)!
      return [UInt8](UnsafeRawBufferPointer(start: raw + place, count: 4))
    case AF_INET6:
      let place = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)!
      return [UInt8](UnsafeRawBufferPointer(start: raw + place, count: 16))
    default: return []
    }
  }

  func receipt(_ result: CURLcode) -> Receipt {
    var code = 0
    ccurl_response_code(handle, &code)
    let status = code > 0 ? code : nil
    // Whoever answered 2xx has it, however much was said after that.
    let isAnswered = result == CURLE_OK || (result == CURLE_WRITE_ERROR && code >= 200)
    if isAnswered, let status {
      switch status {
      case 200..<300: return Receipt(status: status)
      case 300..<400:
        return Receipt(
          status: status, failure: "It answered \(status); redirects are not followed.")
      default: return Receipt(status: status, failure: "It answered \(status).")
      }
    }
    if wasRefused {
      return Receipt(
        failure: "Its address is loopback or private, where this server sends nothing.")
    }
    if result == CURLE_OPERATION_TIMEDOUT {
      return Receipt(
        status: nil,
        failure: "It did not answer within \(Courier.Limits.requestMilliseconds / 1000) seconds.")
    }
    return Receipt(status: nil, failure: "\(String(cString: curl_easy_strerror(result))).")
  }
}
