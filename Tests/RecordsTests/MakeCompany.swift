import TestKit
import Testing

/// A company with one of everything, made over HTTP.
func makeCompany(_ http: HTTPClient, _ id: String, _ headers: [(String, String)] = []) {
  func made(_ path: String, _ body: String) {
    let reply = http.post(path, body, headers)
    #expect(reply.status == 201, "\(path): \(reply.text)")
  }
  made("/db/companies/", #"{"id":"\#(id)","name":"Company \#(id)"}"#)
  made("/db/companies/\(id)/sites/", #"{"id":"\#(id)-S","name":"Yard \#(id)"}"#)
  made(
    "/db/companies/\(id)/sites/\(id)-S/chargers/", #"{"id":"\#(id)-CP","name":"Pole \#(id)"}"#)
  made("/db/chargers/\(id)-CP/connectors/", #"{"id":1,"type":"CCS2","rated_power_kw":50.5}"#)
  made("/db/companies/\(id)/drivers/", #"{"id":"\#(id)-D","full_name":"Driver \#(id)"}"#)
  made(
    "/db/companies/\(id)/drivers/\(id)-D/rfid-cards/",
    #"{"id":"\#(id)-CARD","name_on":"Card \#(id)"}"#)
  made(
    "/db/companies/\(id)/tariffs/",
    #"{"id":"\#(id)-T","name":"Tariff \#(id)","currency":"EUR","definition":{"prices":[{"per_kwh":0.50}]}}"#
  )
}
