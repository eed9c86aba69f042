import CSMSCore
import Gateway
import OCPP16
import OCPPJSON
import OCPPRPC
import Synchronization

/// Carries commands out: checks them, sends their calls one after the other, reads the answers.
final class CommandRunner: Sendable {
  private let gateway: Gateway
  private let clock: WallClock
  let keys: StationKeyDesk
  /// What stations told of themselves; one entry per station that did.
  private let knowledge = Mutex<[Text: StationKnowledge]>([:])

  init(_ gateway: Gateway, _ keys: StationKeyDesk, _ clock: @escaping WallClock) {
    self.gateway = gateway
    self.keys = keys
    self.clock = clock
  }

  /// What a station is known to be.
  func knowledge(of station: Text) -> StationKnowledge {
    knowledge.withLock { $0[station] ?? StationKnowledge() }
  }

  /// What the stations' last BootNotifications were answered with, of those that were not accepted: from
  /// before the server started.
  func recall(_ registrations: [(station: Text, registration: Registration)]) {
    knowledge.withLock {
      for (station, registration) in registrations {
        $0[station, default: StationKnowledge()].registration = registration
      }
    }
  }

  /// A station booted: whatever it said before may have changed.
  func booted(_ station: Text, _ registration: Registration) {
    knowledge.withLock {
      $0[station, default: StationKnowledge()].registration = registration
    }
  }

  /// Learns of a station's local list from an answer, whoever asked.
  func learn(_ station: Text, action: UInt8, request: [UInt8], response: [UInt8]) {
    let version: Int?
    switch Action(rawValue: action) {
    case .getLocalListVersion:
      version = try? GetLocalListVersionResponse.decode(response).listVersion
    case .sendLocalList:
      let isAccepted = (try? SendLocalListResponse.decode(response).status) == .accepted
      version = isAccepted ? try? SendLocalListRequest.decode(request).listVersion : nil
    default: return
    }
    knowledge.withLock { $0[station, default: StationKnowledge()].localListVersion = version }
  }

  /// Runs a command and waits for its report.
  func run(_ command: StationCommand, on station: Text) async -> Result<CommandReport, Problem> {
    await withCheckedContinuation { waiting in
      run(command, on: station, timeout: nil) { waiting.resume(returning: $0) }
    }
  }

  typealias Completion = @Sendable (Result<CommandReport, Problem>) -> Void

  /// - Parameter timeout: in seconds for each call; nil for the configured one.
  func run(
    _ command: StationCommand, on station: Text, timeout: Int?, _ completion: @escaping Completion
  ) {
    let known = knowledge.withLock { $0[station] ?? StationKnowledge() }
    let command = command.settled
    guard gateway.isConnected(station) else {
      return completion(.failure(Problem(.notConnected, station)))
    }
    do throws(CommandRefusal) {
      let calls = try command.calls16(now: clock(), knowing: known)
      send(Errand(command: command, station: station, calls: calls, timeout: timeout), completion)
    } catch {
      completion(.failure(Problem(error)))
    }
  }

  /// A command on its way.
  private struct Errand: Sendable {
    let command: StationCommand
    let station: Text
    let calls: [Call16]
    let timeout: Int?
    var next = 0
  }

  private func send(_ errand: Errand, _ completion: @escaping Completion) {
    let call = errand.calls[errand.next]
    keys.call(
      errand.station, action: call.action, payload: call.payload, timeout: errand.timeout
    ) { [self] result in
      switch result {
      case .failure(let failure):
        completion(.failure(Problem(failure, errand.station)))
      case .success(let payload):
        do throws(DecodeError) {
          advance(errand, try CommandAnswer(to: call, payload: payload), completion)
        } catch {
          let failure = CallFailure.invalidAnswer(payload, error.fault.phrase)
          completion(.failure(Problem(failure, errand.station)))
        }
      }
    }
  }

  private func advance(
    _ errand: Errand, _ answer: CommandAnswer, _ completion: @escaping Completion
  ) {
    var errand = errand
    errand.next += 1
    if answer.isAccepted && errand.next < errand.calls.count { return send(errand, completion) }
    knowledge.withLock {
      $0[errand.station, default: StationKnowledge()].learn(from: answer, to: errand.command)
    }
    completion(
      .success(CommandReport(answer: answer, sent: errand.next, parts: errand.calls.count)))
  }
}

extension StationCommand {
  /// With the key made for it that a station is to get.
  fileprivate var settled: StationCommand {
    switch self {
    case .rotateKey(nil): .rotateKey(to: StationKeyDesk.makeKey())
    case .changeConfiguration(let key, let value) where key.isAuthorizationKey:
      .rotateKey(to: value)
    default: self
    }
  }
}

extension Problem {
  /// A 422: the command is understood, and no station could use it.
  init(_ refusal: CommandRefusal) {
    let field = refusal.field.isEmpty ? "command" : "\(refusal.field)"
    self.init(
      422, "The command was not sent: \(field) \(refusal.reason.phrase).",
      errors: [Field(field: field, message: "\(refusal.reason.phrase)")])
  }

  /// What a station said that gave no answer to a command: the code of its error; nil when it said nothing.
  var stationsWord: Text? {
    guard status == 502 else { return nil }
    return errors?.first.map { Text($0.field) } ?? "InvalidAnswer"
  }

  /// Why there is no answer of a station.
  init(_ failure: CallFailure, _ station: Text) {
    switch failure {
    case .notConnected: self.init(404, "Station \(station) is not connected.")
    case .tooManyCalls:
      self.init(
        429, "Too many calls wait for station \(station); try again when some are answered.")
    case .timedOut: self.init(504, "Station \(station) did not answer in time.")
    case .disconnected: self.init(504, "Station \(station) disconnected before it answered.")
    case .callError(let error):
      self.init(
        502, "Station \(station) answered with an error: \(error.code): \(error.description)",
        errors: [Field(field: "\(error.code)", message: "\(error.description)")])
    case .invalidAnswer(_, let why):
      self.init(502, "The answer of station \(station) is not valid: \(why)")
    }
  }
}
