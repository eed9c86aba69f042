import Foundation
import Network

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request under way, and the file its answer goes into.
///
/// `@unchecked Sendable`: the session's queue runs one callback at a time and is the only one to use
/// `file`, `count` and `fault` once the task runs; `completion` and `task` belong to the loop's thread.
final class Transfer: NSObject, URLSessionDataDelegate, Cancellable, @unchecked Sendable {
  private let loop: EventLoop
  private let file: FileHandle?
  private var count: Int64 = 0
  private var fault: String?
  private var completion: ((Int, String?) -> Void)?
  private var task: URLSessionTask?

  /// - Parameters:
  ///   - path: where the answer's body goes; nil to throw it away.
  ///   - completion: on the loop's thread, unless it is cancelled: the status, 0 without one, and
  ///     what went wrong.
  init(
    _ request: URLRequest, loop: EventLoop, into path: String?,
    _ completion: @escaping (Int, String?) -> Void
  ) {
    self.loop = loop
    if let path {
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      file = FileHandle(forWritingAtPath: path)
      if file == nil { fault = "\(path) cannot be written" }
    } else {
      file = nil
    }
    self.completion = completion
    super.init()
    let settings = URLSessionConfiguration.ephemeral
    settings.timeoutIntervalForRequest = FileTransfer.silence
    settings.timeoutIntervalForResource = FileTransfer.longest
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 1
    let session = URLSession(configuration: settings, delegate: self, delegateQueue: queue)
    let task = session.dataTask(with: request)
    self.task = task
    task.resume()
    session.finishTasksAndInvalidate()
  }

  func cancel() {
    completion = nil
    task?.cancel()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    count += Int64(data.count)
    guard count <= FileTransfer.downloadLimit else {
      fault = "the file is larger than \(FileTransfer.downloadLimit) bytes"
      return dataTask.cancel()
    }
    do { try file?.write(contentsOf: data) } catch {
      fault = "the file cannot be written: \(error)"
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    try? file?.close()
    let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
    var fault = fault ?? error.map { "\($0.localizedDescription)" }
    if fault == nil && !(200..<300).contains(status) { fault = "the server answered \(status)" }
    let outcome = fault
    loop.execute { [self] in
      let completion = completion
      self.completion = nil
      completion?(status, outcome)
    }
  }
}
