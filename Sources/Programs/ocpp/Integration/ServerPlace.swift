import CSMSClient
import Foundation
import Network
import Synchronization

/// The running server that a command talks to.
struct ServerPlace {
  var url = "http://127.0.0.1:8000"
  var key: String?
  var caFile: String?

  /// - Parameter observer: sees every request with its answer.
  func client(
    observer: (@Sendable (CSMSClient.Exchange) -> Void)? = nil
  ) throws -> CSMSClient {
    var options = CSMSClient.Options()
    options.observer = observer
    if let caFile { options.tls = try TLSClientContext(caFile: caFile) }
    do throws(CSMSError) {
      return try CSMSClient(url, key: key, options: options)
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// What to do about a request that failed.
  func advice(_ error: CSMSError) -> String {
    switch error {
    case .network(.tls): "The server's certificate is not trusted: name its authority with --ca."
    case .network:
      "Is the server running, and is this its address? Start one with: ocpp serve --open\n"
        + "or name it with --url."
    case .problem(let problem) where problem.status == 401 && key != nil:
      "The server does not know this key, or it has expired. `ocpp admin key list` shows those it "
        + "knows, `ocpp admin key add NAME --role admin` makes one."
    case .problem(let problem) where problem.status == 401:
      "The server wants a key: give --key, or set OCPP_API_KEY. `ocpp admin key add NAME --role "
        + "admin` makes one."
    case .problem(let problem) where problem.status == 403:
      "The key may not do this: it takes an operator, for companies an admin, bound to no company."
    case .problem(let problem) where problem.status == 404 && problem.detail.contains("this path"):
      "The server at this address is none of these, or an older one."
    case .problem(let problem) where problem.status == 503:
      "The server cannot write: its log and GET /health say why."
    case .problem: "The server's log says more: ocpp serve --log-level debug."
    case .unreadable: "The server at this address speaks another language: is it ocpp serve?"
    case .cancelled: "Run it again."
    }
  }

  static func settings<Configuration>(
    _ place: WritableKeyPath<Configuration, ServerPlace>
  ) -> [Setting<Configuration>] {
    [
      Setting("url", "URL", "the running server (http://127.0.0.1:8000)") { c, v in
        c[keyPath: place].url = v
      },
      Setting(
        "key", "KEY", "an API key with the role admin; none for an open server",
        variable: "OCPP_API_KEY"
      ) { c, v in c[keyPath: place].key = v },
      Setting("ca", "FILE", "PEM: whom to trust, for https:// and wss://") { c, v in
        c[keyPath: place].caFile = v
      },
    ]
  }
}

/// Runs what waits, from a command that does not.
final class Waiting: Sendable {
  private let status = Atomic<Int32>(1)
  private let done = DispatchSemaphore(value: 0)

  /// - Returns: what the body returns: an exit status.
  static func run(_ body: @escaping @Sendable () async -> Int32) -> Int32 {
    let waiting = Waiting()
    Task {
      waiting.status.store(await body(), ordering: .releasing)
      waiting.done.signal()
    }
    waiting.done.wait()
    return waiting.status.load(ordering: .acquiring)
  }
}
