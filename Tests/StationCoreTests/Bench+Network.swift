@testable import StationCore

extension Bench {
  func goOffline() {
    serverIsUp = false
    if isConnected {
      isConnected = false
      handle(.disconnected)
    }
  }

  /// Back, and far enough in time for the station to have noticed.
  func goOnline() {
    serverIsUp = true
    run(700_000)
  }

  /// A call of the central system; its answer.
  @discardableResult
  func call(_ action: String, _ json: String = "{}") -> Sent? {
    callNumber += 1
    let id = "csms\(callNumber)"
    receive("[2,\"\(id)\",\"\(action)\",\(json)]")
    return sent.last { $0.id == id }
  }

  func status(_ action: String, _ json: String = "{}") -> String? {
    call(action, json)?.string("status")
  }

  func configure(_ key: String, _ value: String) {
    let answer = status("ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"\(value)\"}")
    precondition(answer == "Accepted", "\(key) = \(value): \(answer ?? "no answer")")
  }

  func calls(_ action: String) -> [Sent] { sent.filter { $0.kind == 2 && $0.action == action } }

  /// The statuses a connector was announced with, in order.
  func statuses(_ number: Int = 1) -> [String] {
    calls("StatusNotification").filter { $0.int("connectorId") == number }
      .compactMap { $0.string("status") }
  }
}
