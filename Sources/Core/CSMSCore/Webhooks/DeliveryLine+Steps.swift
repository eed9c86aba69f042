public import OCPPJSON

extension DeliveryLine {
  /// What is to be done.
  public enum Step: Sendable, Equatable {
    /// Send it, then say how it went (`finished`).
    case send(DeliveryItem)
    /// Write down that it is given up, then say so (`settled`).
    case park(DeliveryItem)
    /// Nothing before this.
    case wake(at: DateTime)
    /// Nothing until something happens.
    case rest
  }

  /// Where an item came to stand.
  public enum Placement: Sendable, Equatable {
    /// The first of its lane: it will be asked for.
    case first
    /// Behind another one of its lane, which is here already; it stays in the store.
    case behind
    /// There is no room for another lane: offer it again when one has gone.
    case noRoom
    /// It was delivered or given up after it had been read.
    case gone
  }
}
