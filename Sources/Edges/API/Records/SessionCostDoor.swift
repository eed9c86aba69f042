import Access
import Billing
import Network
import OCPPJSON
import Store

/// What sessions cost, line by line, and all of them as a table.
struct SessionCostDoor: Sendable {
  private let services: Services
  private let records: RecordsDoor
  private var resource: RecordResource { .sessions }

  init(_ services: Services, _ records: RecordsDoor) {
    self.services = services
    self.records = records
  }

  var routes: [Route] { [cost, export] }

  private var cost: Route {
    Route("GET", "/db/charge-sessions/{session_id}/cost") { [self] (request, responder) in
      let conditions = RecordsDoor.conditions(
        resource, "/charge-sessions/{session_id}", request, isItem: true)
      let (kind, now) = (resource.kind, services.clock())
      let name = request.argument(0)
      services.read(responder) { (reader) throws(StoreError) -> SessionBilling? in
        guard let session = try reader.record(kind, where: conditions) else { return nil }
        return try reader.bill(Int(session["id"].integer ?? 0), at: now)
      } respond: { found in
        switch found {
        case nil: responder.problem(.notFound("Session \(name)"))
        case .bill(let bill): responder.json(SessionCostJSON(bill).value)
        case .withoutTariff:
          responder.problem(
            Problem(
              404,
              "Session \(name) has no cost: neither its driver, connector, charger, site nor company "
                + "had a tariff when it began, or it has not begun."))
        case .unreadable(let terms, let fault):
          responder.problem(
            Problem(
              409,
              "Session \(name) has no cost: version \(terms.version) of tariff \(terms.tariff) cannot "
                + "be read: \(fault)."))
        }
      }
    }.documented(
      Operation(
        resource.tag, "What a session costs, line by line",
        "By the version of the tariff that held when it began, with the meter values that were there "
          + "when it ended: the same lines whenever somebody asks. While it charges, as far as it has "
          + "come."
      )
      .path("session_id", .text(1...Int.max), "Its id.")
      .answers(200, "The cost.", SessionCostJSON.shape).problems(404, 409, 503)
    ).open(to: .viewer, reach: .own)
  }

  private var export: Route {
    var operation = Operation(
      resource.tag, "All sessions as a table",
      "CSV as RFC 4180 has it, in UTF-8, newest first; the columns are the members of a session. A text "
        + "that a spreadsheet would take for a formula has an apostrophe before it."
    )
    for filter in resource.filters {
      operation = operation.query(filter.name, filter.shape, "Of this only.")
    }
    return Route("GET", "/db/charge-sessions.csv") {
      [self] (request, responder) throws(Problem) in
      let conditions = try RecordsDoor.listed(resource, "/charge-sessions", request)
      RecordExport.begin(
        resource, conditions, services, request, responder,
        isChunked: !request.http.isVersion10)
    }.documented(
      operation.answers(
        200, "The table.", .anyText, type: "text/csv; charset=utf-8; header=present"
      )
      .problems(400, 503)
    ).open(to: .viewer, reach: .own)
  }
}
