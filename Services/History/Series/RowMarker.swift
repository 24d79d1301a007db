import SharedDomain

/// Makes the marks of the rows of one currency from one source.
///
/// A mark is two lanes of 64 bits. Each lane takes word after word of the row with a bijection (the finishers of
/// SplitMix64 and of MurmurHash3), so two rows that differ in one word only, such as the digits of a price, have
/// different marks for certain, and any others but for a chance of 2⁻¹²⁸.
struct RowMarker: Sendable {
    /// The tables that rows are of: rows that say the same in two of them stay apart.
    private enum Table: UInt64 {
        case sheet = 1
        case observation = 2
        case bar = 3
    }

    private let seed: Lanes

    /// For the editions of a source's sheets, which are against `pivot`.
    init(sheetsOf source: SourceID, pivot: CurrencyCode) {
        seed = Lanes(.sheet, source, pivot)
    }

    /// For the observations of a currency.
    init(observationsOf currency: CurrencyCode, from source: SourceID) {
        seed = Lanes(.observation, source, currency)
    }

    /// For the bars of a currency whose observations are no longer kept.
    init(barsOf currency: CurrencyCode, from source: SourceID) {
        seed = Lanes(.bar, source, currency)
    }

    /// The mark of the bar of a day.
    func mark(day: Int32, bar: Bar) -> UInt128 {
        var lanes = lanes(day, Int64(bar.count))
        for figure in [bar.open, bar.high, bar.low, bar.close, bar.average, bar.inverseAverage] { lanes.take(figure) }
        return lanes.value
    }

    /// The mark of an edition.
    func mark(day: Int32, recordedAt: Int64, publishedAt: Int64) -> UInt128 {
        var lanes = lanes(day, recordedAt)
        lanes.take(UInt64(bitPattern: publishedAt))
        return lanes.value
    }

    /// The mark of an observation: its figures as published, nil where it says that the quote was withdrawn.
    func mark(day: Int32, recordedAt: Int64, observation: Observation?) -> UInt128 {
        var lanes = lanes(day, recordedAt)
        lanes.take(observation?.figure)
        if let transfer = observation?.transfer {
            lanes.take(transfer.buying)
            lanes.take(transfer.selling)
        }
        return lanes.value
    }

    private func lanes(_ day: Int32, _ recordedAt: Int64) -> Lanes {
        var lanes = seed
        lanes.take(UInt64(bitPattern: Int64(day)))
        lanes.take(UInt64(bitPattern: recordedAt))
        return lanes
    }

    private struct Lanes {
        private var high: UInt64
        private var low: UInt64

        init(_ table: Table, _ source: SourceID, _ currency: CurrencyCode) {
            (high, low) = (0, 0)
            take(table.rawValue)
            for part in [source.description, currency.description] {
                take(UInt64(part.utf8.count))
                for byte in part.utf8 { take(UInt64(byte)) }
            }
        }

        var value: UInt128 { UInt128(high) << 64 | UInt128(low) }

        mutating func take(_ figure: Figure?) {
            take(UInt64(bitPattern: figure?.coefficient ?? 0))
            take(figure?.wayOfQuoting ?? 0)
        }

        mutating func take(_ word: UInt64) {
            high = Self.splitMix((high ^ word) &+ 0x9E37_79B9_7F4A_7C15)
            low = Self.murmur((low ^ word) &+ 0x9E37_79B9_7F4A_7C15)
        }

        /// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014), with Stafford's constants.
        private static func splitMix(_ word: UInt64) -> UInt64 {
            var word = word
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }

        /// Appleby, MurmurHash3, its 64-bit finisher.
        private static func murmur(_ word: UInt64) -> UInt64 {
            var word = word
            word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
            word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
            return word ^ word >> 33
        }
    }
}

extension Figure {
    /// All of it but the digits, in one word that is never 0.
    fileprivate var wayOfQuoting: UInt64 {
        let way: UInt64 = direction == .perPivot ? 1 : 2
        return UInt64(UInt8(bitPattern: exponent)) | UInt64(unit) << 8 | way << 16
    }
}
