import CSMSCore
import Foundation
import OCPPJSON
import Testing

@testable import Store

/// What the ledger should hold, as plainly as it can be said.
struct Model {
  struct Transaction {
    var station: Text
    var start: TransactionStart?
    var stop: TransactionStop?
    /// When what closed it without its stop happened, when that arrived, and whether it was another
    /// start.
    var zombie: (at: DateTime, heardAt: DateTime, byStart: Bool)?
    var records: [[UInt8]] = []
  }
  struct SeriesID: Hashable {
    var station: Text
    var connector: Int
    var reported: Int?
  }

  var transactions: [Int: Transaction] = [:]
  var series: [SeriesID: [[UInt8]]] = [:]
  var lastID = 0

  mutating func apply(_ entry: FactEntry) -> Receipt {
    switch entry.fact {
    case .transactionStarted(let start):
      for (id, known) in transactions where known.station == entry.station && known.start == start {
        return .transaction(id: id, isNew: false)
      }
      for id in open(entry.station, start.connector)
      where transactions[id]!.start!.timestamp <= start.timestamp {
        transactions[id]!.zombie = (start.timestamp, entry.receivedAt, true)
      }
      repeat { lastID += 1 } while spoke(entry.station, of: lastID)
      transactions[lastID] = Transaction(station: entry.station, start: start)
      return .transaction(id: lastID, isNew: true)
    case .transactionStopped(let stop):
      let id = stop.transactionId
      if let known = transactions[id], known.station == entry.station, known.start != nil {
        if known.stop != nil { return .stopped(.repeated) }
        transactions[id]?.stop = stop
        Self.add(stop.readings, to: &transactions[id]!.records)
        return .stopped(known.zombie == nil ? .closed : .corrected)
      }
      let isKept = transactions.values.contains {
        $0.station == entry.station && $0.start == nil && $0.stop?.transactionId == id
          && $0.stop?.timestamp == stop.timestamp && $0.stop?.meterStop == stop.meterStop
      }
      if !isKept {
        lastID += 1
        var row = Transaction(station: entry.station, stop: stop)
        Self.add(stop.readings, to: &row.records)
        transactions[lastID] = row
      }
      return .stopped(.unmatched)
    case .meterValues(let report):
      let id = report.transactionId ?? 0
      if let known = transactions[id], known.station == entry.station, known.start != nil {
        let newest = Self.add(report.readings, to: &transactions[id]!.records)
        if let zombie = known.zombie, known.stop == nil, !zombie.byStart,
          open(entry.station, known.start!.connector).isEmpty,
          let newest, newest.milliseconds - zombie.at.milliseconds > Self.lead(zombie)
        {
          transactions[id]!.zombie = nil
        }
      } else {
        let key = SeriesID(
          station: entry.station, connector: report.connector, reported: report.transactionId)
        Self.add(report.readings, to: &series[key, default: []])
      }
      return .kept
    case .connectorStatus(let status):
      for id in open(entry.station, status.connector)
      where status.status == "Available" && status.timestamp! > transactions[id]!.start!.timestamp {
        transactions[id]!.zombie = (status.timestamp!, entry.receivedAt, false)
      }
      return .kept
    case .booted, .notice, .certificateRequested: return .kept
    }
  }

  /// Whether a station named an id that was nobody's, so that it is not given to it.
  private func spoke(_ station: Text, of id: Int) -> Bool {
    series.keys.contains { $0.station == station && $0.reported == id }
      || transactions.values.contains {
        $0.station == station && $0.start == nil && $0.stop?.transactionId == id
      }
  }

  private func open(_ station: Text, _ connector: Int) -> [Int] {
    transactions.filter { _, one in
      one.station == station && one.start?.connector == connector && one.stop == nil
        && one.zombie == nil && connector > 0
    }.map(\.key)
  }

  /// By how much a reading has to be newer: where the proof has the time at which it arrived, the
  /// station's clock may be ahead.
  private static func lead(_ zombie: (at: DateTime, heardAt: DateTime, byStart: Bool)) -> Int64 {
    zombie.at == zombie.heardAt ? 5 * minute : 0
  }

  /// Returns the date of the newest one that is new.
  @discardableResult
  private static func add(_ readings: [UInt8], to records: inout [[UInt8]]) -> DateTime? {
    var newest: DateTime?
    for one in MeterRecords(readings) {
      let bytes = Array(readings[one.range])
      if records.contains(bytes) { continue }
      records.append(bytes)
      newest = max(newest ?? one.timestamp, one.timestamp)
    }
    return newest
  }
}
