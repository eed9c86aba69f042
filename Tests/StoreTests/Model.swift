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
    /// When what closed it without its stop happened, and whether that was another start.
    var zombie: (at: DateTime, byStart: Bool)?
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
        transactions[id]!.zombie = (start.timestamp, true)
      }
      lastID += 1
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
        Self.add(report.readings, to: &transactions[id]!.records)
        if let zombie = known.zombie, known.stop == nil, !zombie.byStart,
          open(entry.station, known.start!.connector).isEmpty,
          MeterRecords(report.readings).contains(where: { $0.timestamp > zombie.at })
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
        transactions[id]!.zombie = (status.timestamp!, false)
      }
      return .kept
    case .booted, .notice, .certificateRequested: return .kept
    }
  }

  private func open(_ station: Text, _ connector: Int) -> [Int] {
    transactions.filter { _, one in
      one.station == station && one.start?.connector == connector && one.stop == nil
        && one.zombie == nil && connector > 0
    }.map(\.key)
  }

  private static func add(_ readings: [UInt8], to records: inout [[UInt8]]) {
    for one in MeterRecords(readings) {
      let bytes = Array(readings[one.range])
      if !records.contains(bytes) { records.append(bytes) }
    }
  }
}
