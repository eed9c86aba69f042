import Access
import Store
import Webhooks

/// The event that is sent to try a webhook.
extension WebhooksDoor {
  var test: Route {
    Route("POST", "/webhooks/{webhook_id}/test") { [self] (request, responder) in
      let (id, company) = (WebhooksDoor.id(request), request.principal.company)
      services.read(responder) { (reader) throws(StoreError) in
        try reader.webhook(id, of: company)
      } respond: { row in
        guard let row else { return responder.problem(.notFound("Webhook \(id)")) }
        services.webhooks.test(row) { result in
          guard let result else {
            return responder.problem(
              Problem(
                429, "\(WebhookDispatcher.tests) tests are under way; try again in a moment."))
          }
          responder.json(
            .members([
              ("delivered", .bool(result.failure == nil)),
              ("response_status", result.status.map { .integer($0) }),
              ("error", result.failure.map { .string($0) }),
              ("duration_ms", .integer(result.milliseconds)),
            ]))
        }
      }
    }.documented(
      Operation(
        "Webhooks", "Send an event of the type test",
        "At once, past everything that waits, also while the webhook is off."
      ).webhook()
        .answers(
          200, "How it went.",
          .object([
            .init("delivered", .boolean, "Whether it answered 2xx.", required: true),
            .init("response_status", .integer(100...999)), .init("error", .anyText),
            .init("duration_ms", WebhooksDoor.count, required: true),
          ])
        ).problems(404, 429, 503)
    ).open(reach: .own)
  }
}
