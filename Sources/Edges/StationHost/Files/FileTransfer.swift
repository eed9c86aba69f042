import Foundation
import Network

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Puts files to a server and fetches them from one, over HTTP, HTTPS and FTP. One at a time in each
/// direction; a new one ends the old one without a word.
final class FileTransfer {
  /// As `SupportedFileTransferProtocols` says it.
  static let protocols = "FTP,HTTP,HTTPS"
  /// The largest file that is fetched, in bytes.
  static let downloadLimit: Int64 = 256 << 20
  /// Without a byte for so long, in seconds, a transfer has failed.
  static let silence: TimeInterval = 30
  /// However it goes, a transfer takes no longer, in seconds.
  static let longest: TimeInterval = 3_600

  private let loop: EventLoop
  private var upload: (any Cancellable)?
  private var download: (any Cancellable)?

  init(loop: EventLoop) { self.loop = loop }

  deinit { cancelAll() }

  func cancelUpload() {
    upload?.cancel()
    upload = nil
  }

  func cancelDownload() {
    download?.cancel()
    download = nil
  }

  func cancelAll() {
    cancelUpload()
    cancelDownload()
  }

  /// Puts a file into the folder that `location` names; a server that takes no PUT there gets it by
  /// POST to the location itself.
  ///
  /// - Parameter completion: on the loop's thread: nil, or what went wrong.
  func upload(
    _ contents: Data, name: String, to location: String, completion: @escaping (String?) -> Void
  ) {
    cancelUpload()
    if var place = Self.ftp(location) {
      place.path += place.path.hasSuffix("/") ? name : "/" + name
      upload = FTPTransfer(place, .put(contents), loop: loop, completion)
      return
    }
    guard let folder = Self.request(location), let base = folder.url else {
      return refuse(location, completion)
    }
    var put = folder
    put.url = base.appendingPathComponent(name)
    put.httpMethod = "PUT"
    put.setValue("text/plain; charset=utf-8", forHTTPHeaderField: "Content-Type")
    var post = put
    post.url = base
    post.httpMethod = "POST"
    post.setValue("attachment; filename=\"\(name)\"", forHTTPHeaderField: "Content-Disposition")
    send(put, contents) { [weak self] status, fault in
      if [404, 405, 501].contains(status) {
        self?.send(post, contents) { _, fault in completion(fault) }
      } else {
        completion(fault)
      }
    }
  }

  private func send(
    _ request: URLRequest, _ contents: Data, _ completion: @escaping (Int, String?) -> Void
  ) {
    var request = request
    request.httpBody = contents
    upload = Transfer(request, loop: loop, into: nil, completion)
  }

  /// Fetches a file.
  ///
  /// - Parameter completion: on the loop's thread: nil, or what went wrong.
  func download(
    _ location: String, to path: String, completion: @escaping (String?) -> Void
  ) {
    cancelDownload()
    if let place = Self.ftp(location) {
      download = FTPTransfer(place, .fetch(path), loop: loop, completion)
      return
    }
    guard let request = Self.request(location) else { return refuse(location, completion) }
    download = Transfer(request, loop: loop, into: path) { _, fault in completion(fault) }
  }

  /// Later, as any other outcome: whoever asked is in the middle of something.
  private func refuse(_ location: String, _ completion: @escaping (String?) -> Void) {
    let fault =
      "\(location.withoutCredentials) is no URL this station can use; it speaks "
      + Self.protocols
    loop.schedule(afterMilliseconds: 0) { completion(fault) }
  }

  /// The parts of an FTP URL.
  private static func ftp(_ location: String) -> URLComponents? {
    guard let parts = URLComponents(string: location), parts.host?.isEmpty == false,
      parts.scheme?.lowercased() == "ftp"
    else { return nil }
    return parts
  }

  /// A request with the credentials of its URL in a header of its own. Nil for what is no URL of a
  /// protocol that is spoken here.
  private static func request(_ location: String) -> URLRequest? {
    guard var parts = URLComponents(string: location), parts.host != nil,
      ["http", "https"].contains(parts.scheme?.lowercased() ?? "")
    else { return nil }
    let credentials = parts.user.map { "\($0):\(parts.password ?? "")" }
    parts.user = nil
    parts.password = nil
    guard let url = parts.url else { return nil }
    var request = URLRequest(url: url)
    if let credentials {
      let text = Data(credentials.utf8).base64EncodedString()
      request.setValue("Basic \(text)", forHTTPHeaderField: "Authorization")
    }
    return request
  }
}

extension String {
  /// A URL as it may stand in a log.
  var withoutCredentials: String {
    guard var parts = URLComponents(string: self), parts.user != nil else { return self }
    parts.user = "…"
    parts.password = nil
    return parts.string ?? "a URL"
  }
}
