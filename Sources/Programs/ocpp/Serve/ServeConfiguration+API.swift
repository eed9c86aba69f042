import API
import Webhooks

extension ServeConfiguration {
  /// What the HTTP interface is told of this.
  var apiOptions: APIOptions {
    var options = APIOptions(
      hasTestAPI: hasTestAPI, mirrorsConfiguration: mirrorsConfiguration)
    options.webhook = WebhookOptions(secret: webhookSecret, isUnsigned: takesUnsignedWebhooks)
    options.meterLimits = MeterLimits(
      days: meterDays == 0 ? nil : meterDays, bytes: meterMiB << 20)
    options.signsCertificatesAtOnce = signsCertificatesAtOnce
    if isOpen { options.browsers = browsers }
    options.webhookTargets = WebhookTargets(
      allowsPrivate: allowsPrivateTargets, authoritiesFile: webhookAuthorities)
    return options
  }
}
