import OCPPJSON
import StationCore
import TestKit
import Testing

/// What happens to work that is under way, or begins, while the flash takes nothing for a while.
@Suite("A flash that refuses for a while") struct RefusingFlashTests {
  private let update =
    "{\"location\":\"http://x/f\",\"retrieveDate\":\"2026-03-01T00:00:00Z\",\"retries\":0}"

  private func count(_ bench: Bench, _ isCounted: (Step) -> Bool) -> Int {
    bench.steps.count(where: isCounted)
  }

  private func downloads(_ bench: Bench) -> Int {
    count(bench) { if case .downloadFirmware = $0 { true } else { false } }
  }

  private func uploads(_ bench: Bench) -> Int {
    count(bench) { if case .upload = $0 { true } else { false } }
  }

  private func installations(_ bench: Bench) -> Int {
    count(bench) { if case .installFirmware = $0 { true } else { false } }
  }

  /// Something to write, which is refused again and again.
  private func refuse(_ bench: Bench, for milliseconds: Int64) {
    bench.refusesWrites = true
    bench.call("ChangeConfiguration", "{\"key\":\"HeartbeatInterval\",\"value\":\"77\"}")
    bench.run(milliseconds)
    bench.refusesWrites = false
    bench.run(2_000)
  }

  @Test("A download and an upload that run go on, and no second one is begun beside them")
  func transfersGoOn() {
    let bench = Bench.accepted()
    bench.call("UpdateFirmware", update)
    bench.call("GetDiagnostics", "{\"location\":\"ftp://x\",\"retries\":1}")
    #expect(downloads(bench) == 1)
    #expect(uploads(bench) == 1)
    refuse(bench, for: 5_000)
    #expect(downloads(bench) == 1)
    #expect(uploads(bench) == 1)

    bench.handle(.uploadFinished(isGood: true))
    bench.handle(.firmwareDownloaded)
    #expect(
      bench.calls("DiagnosticsStatusNotification").last?.string("status") == "Uploaded")
    #expect(installations(bench) == 1)
  }

  @Test("A download, an installation and an upload that are due meanwhile begin once, afterwards")
  func transfersBegin() {
    let bench = Bench.accepted()
    bench.refusesWrites = true
    bench.call("UpdateFirmware", update)
    bench.call("GetDiagnostics", "{\"location\":\"ftp://x\"}")
    bench.run(5_000)
    #expect(downloads(bench) == 0)
    #expect(uploads(bench) == 0)
    bench.refusesWrites = false
    bench.run(2_000)
    #expect(downloads(bench) == 1)
    #expect(uploads(bench) == 1)

    bench.refusesWrites = true
    bench.handle(.firmwareDownloaded)
    bench.run(5_000)
    #expect(installations(bench) == 0)
    bench.refusesWrites = false
    bench.run(2_000)
    #expect(installations(bench) == 1)
    bench.handle(.firmwareInstallFailed)
    #expect(bench.statuses().last == "Available")
  }

  @Test("A download that waits for the flash and is replaced never begins")
  func replacedDownload() {
    let bench = Bench.accepted()
    bench.refusesWrites = true
    bench.call("UpdateFirmware", update)
    bench.call(
      "UpdateFirmware", "{\"location\":\"http://y/f\",\"retrieveDate\":\"2026-03-02T00:00:00Z\"}")
    bench.refusesWrites = false
    bench.run(2_000)
    #expect(downloads(bench) == 0)
  }

  @Test("The program learns of a password and of a key once they are durable, of the last one only")
  func configuration() {
    let bench = Bench.accepted()
    bench.refusesWrites = true
    for password in ["0123456789abcdef", "fedcba9876543210"] {
      bench.call(
        "ChangeConfiguration", "{\"key\":\"AuthorizationKey\",\"value\":\"\(password)\"}")
    }
    bench.call("ChangeConfiguration", "{\"key\":\"HeartbeatInterval\",\"value\":\"77\"}")
    bench.steps = []
    bench.refusesWrites = false
    bench.run(2_000)
    var passwords: [Text] = []
    var keys: [Text] = []
    for step in bench.steps {
      if case .useAuthorizationKey(let password) = step { passwords.append(password) }
      if case .applyConfiguration(let key) = step { keys.append(key) }
    }
    #expect(passwords == ["fedcba9876543210"])
    #expect(keys == ["AuthorizationKey", "HeartbeatInterval"])
  }

  @Test("A message that was given up meanwhile is reported")
  func deadLetter() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "1")
    bench.reply = { sent in
      if sent.action == "StartTransaction" { bench.refusesWrites = true }
      return sent.action == "StartTransaction" ? .error("InternalError") : .usual
    }
    bench.charge()
    bench.refusesWrites = false
    bench.run(2_000)
    #expect(count(bench) { if case .reportDeadLetter = $0 { true } else { false } } == 1)
  }
}
