import API

extension ServeConfiguration {
  /// What the HTTP interface is told of this.
  var apiOptions: APIOptions {
    var options = APIOptions(
      hasTestAPI: hasTestAPI, mirrorsConfiguration: mirrorsConfiguration)
    options.webhook = WebhookOptions(secret: webhookSecret, isUnsigned: takesUnsignedWebhooks)
    if isOpen { options.browsers = browsers }
    return options
  }
}
