import OCPP16

/// A call of the operator and what its outcome means to the world.
struct OperatorCall {
  enum Purpose {
    case anything
    /// For connector 0 of all together.
    case limit(connector: Int, CertainLimits.Bound, change: Int)
    /// Of the transaction that runs, in mA.
    case transactionLimit(connector: Int, milliamperes: Int32, change: Int, endings: Int)
  }

  var action: Action
  var purpose: Purpose
}
