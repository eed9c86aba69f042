public import Access
public import CSMSCore
public import Gateway
public import Webhooks

/// What the HTTP interface offers beyond the ordinary.
public struct APIOptions: Sendable {
  /// Whether conformance suites find their trigger API at `/api/octt/`; never on a public address.
  public var hasTestAPI: Bool
  /// Whether stations are asked for their settings when they boot.
  public var mirrorsConfiguration: Bool
  /// Which web pages may send requests; nil for all, where they would need a key.
  public var browsers: BrowserRule?
  /// For how long meter values outside transactions are kept.
  public var meterLimits = MeterLimits()
  /// Signs the certificates that stations ask for; nil leaves them to an operator.
  public var authority: StationAuthority?
  /// Whether it does so without an operator, for stations that have shown who they are.
  public var signsCertificatesAtOnce = true
  /// How inbound webhooks show where they come from.
  public var webhook = WebhookOptions()
  /// How long a station may take to begin a session that an app ordered, in seconds.
  public var startSeconds = 90
  /// Where outgoing webhooks may go.
  public var webhookTargets = WebhookTargets()
  /// How long and how often events are tried at a receiver.
  public var deliveries = DeliveryPolicy()
  /// After a restart, how long a station may take to come back before it is said to be offline, in
  /// seconds.
  public var presenceGraceSeconds = 300
  /// After how long a client of `/api/events` that takes nothing is cut, in milliseconds.
  public var eventPatience: Int64 = 60_000

  public init(hasTestAPI: Bool = false, mirrorsConfiguration: Bool = false) {
    self.hasTestAPI = hasTestAPI
    self.mirrorsConfiguration = mirrorsConfiguration
  }
}
