/// Why a transport ended without its owner's doing.
enum TransportEnd: Equatable {
  case endOfFile
  case failed(Int32)
  case slowReader
  /// The connection ended, but TLS was not: somebody may have cut it short.
  case truncated
  case tlsFailed(TLSError)
}
