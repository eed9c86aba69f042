import Foundation
import Network

/// What ends one file on its way.
protocol Cancellable: AnyObject {
  /// Its completion is not called any more.
  func cancel()
}

/// One file on its way over FTP, on a thread of its own, because the URL loading system fetches over
/// FTP but does not put.
///
/// `@unchecked Sendable`: `completion` belongs to the loop's thread; everything else is constant.
final class FTPTransfer: Cancellable, @unchecked Sendable {
  /// What is done with the file.
  enum Order: Sendable {
    case put(Data)
    /// Into the file at this path.
    case fetch(String)
  }

  private let loop: EventLoop
  private let place: URLComponents
  private let order: Order
  private var completion: ((String?) -> Void)?

  /// - Parameter completion: on the loop's thread, unless it is cancelled: nil, or what went wrong.
  init(
    _ place: URLComponents, _ order: Order, loop: EventLoop,
    _ completion: @escaping (String?) -> Void
  ) {
    self.place = place
    self.order = order
    self.loop = loop
    self.completion = completion
    Thread.detachNewThread { [self] in
      var fault: String?
      do throws(FTPFault) { try run() } catch { fault = error.description }
      let outcome = fault
      self.loop.execute { [self] in
        let completion = self.completion
        self.completion = nil
        completion?(outcome)
      }
    }
  }

  func cancel() { completion = nil }

  private func run() throws(FTPFault) {
    var folders = place.path.split(separator: "/").map(String.init)
    guard let name = folders.popLast(), let host = place.host else {
      throw FTPFault("the URL names no file")
    }
    let client = try FTPClient(
      host: host, port: place.port ?? 21, user: place.user ?? "anonymous",
      password: place.password ?? "station@")
    switch order {
    case .put(let contents): try client.store(contents, folders: folders, name: name)
    case .fetch(let path):
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      guard let file = FileHandle(forWritingAtPath: path) else {
        throw FTPFault("\(path) cannot be written")
      }
      defer { try? file.close() }
      try client.retrieve(
        folders: folders, name: name, limit: FileTransfer.downloadLimit, into: file)
    }
  }
}
