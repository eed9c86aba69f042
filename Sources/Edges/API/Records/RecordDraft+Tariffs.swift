import Billing
import CSMSCore
import OCPPJSON
import Store
import Tariffs

/// What has to hold of tariffs and costs beyond the shape of a single member.
extension RecordDraft {
  /// A tariff has to be readable in its currency, whichever of the two is changed.
  func checkTariff(_ before: Record?) throws(StoreError) {
    func text(_ name: String) -> Text { (values[name] ?? before?[name] ?? .null).text ?? Text() }
    let terms = TariffVersion(
      tariff: Text(), version: 0, name: Text(), currency: text("currency"),
      definition: text("definition"), createdAt: DateTime(milliseconds: 0))
    do throws(TariffFault) {
      _ = try terms.read()
    } catch {
      throw StoreError(.incomplete, path: "", "\(error)")
    }
  }

  /// What follows from a tariff is not changed by hand.
  func checkCost(_ before: Record) throws(StoreError) {
    if before["tariff_version"] == .null { return }
    for name in ["cost", "currency", "pricing_plan_id"] {
      guard let value = values[name], value != before[name] else { continue }
      let tariff = before["pricing_plan_id"].text ?? Text()
      throw StoreError(
        .incomplete, path: "", "\(name) follows from the tariff \(tariff); give a discount instead")
    }
  }
}
