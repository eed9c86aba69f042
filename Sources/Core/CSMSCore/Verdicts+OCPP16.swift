import OCPP16

/// Verdicts in the words of OCPP 1.6.
extension IdTagInfo {
  init(_ verdict: TokenVerdict) {
    self.init(
      expiryDate: verdict.expiry, parentIdTag: verdict.parent,
      status: AuthorizationStatus(verdict.status))
  }
}

extension RegistrationStatus {
  init(_ registration: Registration) {
    switch registration {
    case .accepted: self = .accepted
    case .pending: self = .pending
    case .rejected: self = .rejected
    }
  }
}

extension AuthorizationStatus {
  init(_ status: TokenStatus) {
    switch status {
    case .accepted: self = .accepted
    case .blocked: self = .blocked
    case .expired: self = .expired
    case .invalid: self = .invalid
    case .concurrentTx: self = .concurrentTx
    }
  }
}
