import CSMSCore
import OCPPJSON
import OCPPRPC

/// One WebSocket between a station and the central system: a queue each way, with latency, that can
/// end for one side without the other knowing.
final class Connection {
  let serial: Int
  let station: Int
  /// Whether each side believes that it is open.
  var stationHasIt = true
  var centralHasIt = true
  /// Nothing arrives any more, and nobody is told.
  var isSilent = false
  /// Frames that would arrive later than this are lost: the connection broke.
  var brokenFrom: Int64 = .max
  /// Frames arrive not before then.
  var heldUntil: Int64 = 0
  /// The central system has a newer one of the same station.
  var isReplaced = false
  /// When the last frame arrives each way; nothing overtakes.
  var lastToCentral: Int64 = 0
  var lastToStation: Int64 = 0
  /// One way, in milliseconds.
  let latency: Int64
  var session: Session16
  /// What the operator waits for, by ticket.
  var calls: [UInt64: OperatorCall] = [:]
  /// The call of the station that has no answer yet, and when it stops waiting.
  var stationCall: (id: MessageID, until: Int64)?
  /// The call of the central system that has no answer yet, and when it stops waiting.
  var centralCall: (id: MessageID, until: Int64)?
  /// Answers that wait for the disk.
  var held = 0

  init(serial: Int, station: Int, latency: Int64, session: Session16) {
    self.serial = serial
    self.station = station
    self.latency = latency
    self.session = session
  }
}
