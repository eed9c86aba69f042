import OCPP16
import OCPPJSON

extension ChargePoint {
  /// Puts a sample into the MeterValues that is kept for reuse.
  mutating func fillMeterValues(_ number: Int, _ transaction: Int?, _ sample: Sample) {
    meterValues.connectorId = number
    meterValues.transactionId = transaction
    meterValues.meterValue[0].timestamp = clock.wall(of: sample.stamp) ?? DateTime(milliseconds: 0)
    meterValues.meterValue[0].sampledValue.removeAll(keepingCapacity: true)
    let list = sample.context == .sampleClock ? configuration.aligned : configuration.sampled
    let writer = SampleWriter(phases: setup.phases, voltage: setup.voltage)
    for choice in list.choices {
      writer.append(choice, sample, &meterValues.meterValue[0].sampledValue)
    }
    if meterValues.meterValue[0].sampledValue.isEmpty {
      // A vehicle that tells nothing leaves the register, which there always is.
      let energy = MeasurandChoice(measurand: .energyActiveImportRegister, phase: nil)
      writer.append(energy, sample, &meterValues.meterValue[0].sampledValue)
    }
  }

  /// The transactionData of a StopTransaction, or nil when there is none.
  func transactionData(of transaction: UInt64) -> [MeterValue]? {
    var data: [MeterValue] = []
    let writer = SampleWriter(phases: setup.phases, voltage: setup.voltage)
    for index in stopSamples.indices where stopSamples[index].transaction == transaction {
      let sample = stopSamples[index].sample
      let isAligned = sample.context == .sampleClock
      let sampled =
        configuration.stopSampled.isEmpty ? configuration.stopAligned : configuration.stopSampled
      var value = MeterValue(
        timestamp: clock.wall(of: sample.stamp) ?? DateTime(milliseconds: 0),
        sampledValue: [])
      for choice in (isAligned ? configuration.stopAligned : sampled).choices {
        writer.append(choice, sample, &value.sampledValue)
      }
      if !value.sampledValue.isEmpty { data.append(value) }
    }
    return data.isEmpty ? nil : data
  }
}

/// Turns the numbers of a sample into words.
private struct SampleWriter {
  let phases: Int
  let voltage: Int32

  func append(
    _ choice: MeasurandChoice, _ sample: Sample, _ values: inout [SampledValue]
  ) {
    let reading = sample.reading
    func add(
      _ number: Int64, _ places: Int, _ unit: UnitOfMeasure?, _ location: Location? = nil,
      phase: Phase? = nil
    ) {
      values.append(
        SampledValue(
          value: Text(number, places: places), context: sample.context,
          measurand: choice.measurand, phase: phase, location: location ?? .outlet, unit: unit))
    }
    func addPhases(
      _ numbers: (Int32, Int32, Int32), _ places: Int, _ unit: UnitOfMeasure,
      _ names: (Phase, Phase, Phase)
    ) {
      let wanted = choice.phase
      if wanted == nil || wanted == names.0 {
        add(Int64(numbers.0), places, unit, phase: names.0)
      }
      if phases < 3 { return }
      if wanted == nil || wanted == names.1 {
        add(Int64(numbers.1), places, unit, phase: names.1)
      }
      if wanted == nil || wanted == names.2 {
        add(Int64(numbers.2), places, unit, phase: names.2)
      }
    }
    switch choice.measurand {
    case .energyActiveImportRegister: add(reading.energy, 0, .wh)
    case .powerActiveImport: add(Int64(reading.power), 0, .w)
    case .currentImport:
      addPhases((reading.current1, reading.current2, reading.current3), 3, .a, (.l1, .l2, .l3))
    case .voltage:
      addPhases(
        (reading.voltage1, reading.voltage2, reading.voltage3), 1, .v, (.l1N, .l2N, .l3N))
    case .soc: if reading.stateOfCharge >= 0 { add(Int64(reading.stateOfCharge), 0, .percent, .ev) }
    case .currentOffered: add(Int64(sample.offered), 3, .a)
    case .powerOffered:
      add(Int64(sample.offered) * Int64(voltage) * Int64(phases) / 1000, 0, .w)
    // 1.6 keeps its own spelling (errata); Hertz is in no schema of the specification.
    case .temperature: add(Int64(reading.temperature), 1, .celcius, .body)
    case .frequency: add(Int64(reading.frequency), 3, nil)
    default: break
    }
  }
}
