/// The central system's id of a transaction that has ended and whose messages are still owed.
struct OpenTransactionID: Sendable {
  var id: CentralID
  var slot: Int
  var transaction: UInt64
}
