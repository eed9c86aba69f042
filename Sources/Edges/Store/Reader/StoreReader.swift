/// Reads what is durable. Valid only inside the closure it is handed to.
public final class StoreReader {
  let database: Database
  init(_ database: Database) { self.database = database }
}
