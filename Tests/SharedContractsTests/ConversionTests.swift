import SharedContracts
import SharedDomain
import SharedTesting
import SwiftProtobuf
import Testing

@Suite("Between domain values and messages")
struct ConversionTests {
    @Test(
        "a decimal comes back with every digit and its exponent",
        arguments: [
            "0", "1", "-1", "1.1172", "1.10", "0.0007489140", "9999999999999999999999999999999999",
            "-9999999999999999999999999999999999", "18446744073709551616", "-18446744073709551616.5",
        ])
    func decimals(text: String) throws {
        let decimal = try #require(ExactDecimal(text))
        let bytes: [UInt8] = try CommonV1Decimal(decimal).serializedBytes()
        let back = try ExactDecimal(CommonV1Decimal(serializedBytes: bytes))
        #expect(back.coefficient == decimal.coefficient)
        #expect(back.exponent == decimal.exponent)
        #expect(back.description == text)
    }

    @Test("a decimal with more digits than are kept is refused")
    func tooManyDigits() throws {
        let message = CommonV1Decimal.with {
            $0.coefficientHigh = .max
            $0.coefficientLow = .max
        }
        #expect(throws: ServiceError.self) { try ExactDecimal(message) }
    }

    @Test("a sheet and an edition come back the same")
    func events() throws {
        let sheet = try Sheet(
            source: .ecb, pivot: CurrencyCode(message: "EUR"), day: #require(Day("2026-10-30")),
            publishedAt: #require(Instant("2026-10-30T15:00:00Z")),
            recordedAt: #require(Instant("2026-10-30T15:01:02.345Z")),
            quotes: [
                Quote(
                    currency: CurrencyCode(message: "USD"), price: #require(ExactDecimal("1.1172")), unit: 1,
                    direction: .perPivot),
                Quote(
                    currency: CurrencyCode(message: "JPY"), price: #require(ExactDecimal("849.10")), unit: 100,
                    direction: .inPivot),
            ])
        let edition = try PriceEdition(
            item: "bigmac", day: #require(Day("2026-01-01")), source: SourceID(message: "economist"),
            prices: [
                Price(
                    area: #require(PriceArea("EUZ")), currency: CurrencyCode(message: "EUR"),
                    localPrice: #require(ExactDecimal("5.93")))
            ])
        for body in [EventBody.sheet(sheet), .priceEdition(edition)] {
            let event = EventsV1Event.with { $0.body = EventsV1Event.OneOf_Body(body) }
            let bytes: [UInt8] = try event.serializedBytes()
            let received = try #require(EventsV1Event(serializedBytes: bytes).body)
            #expect(try EventBody(received) == body)
        }
    }

    @Test("a message that is no quote is refused with what is wrong")
    func hostileQuotes() throws {
        let valid = CommonV1Quote.with {
            $0.currency = "USD"
            $0.price = .with { $0.coefficientLow = 1 }
            $0.unit = 1
            $0.direction = .perPivot
        }
        #expect(throws: Never.self) { try Quote(valid) }
        var quote = valid
        quote.currency = "dollars"
        #expect(throws: ServiceError.self) { try Quote(quote) }
        quote = valid
        quote.price.coefficientLow = 0
        #expect(throws: ServiceError.self) { try Quote(quote) }
        quote = valid
        quote.price.coefficientHigh = -1
        #expect(throws: ServiceError.self) { try Quote(quote) }
        quote = valid
        quote.unit = 7
        #expect(throws: ServiceError.self) { try Quote(quote) }
        quote = valid
        quote.direction = .unspecified
        #expect(throws: ServiceError.self) { try Quote(quote) }
        quote = valid
        quote.direction = .UNRECOGNIZED(9)
        #expect(throws: ServiceError.self) { try Quote(quote) }
    }

    @Test("a day far outside the calendar is refused", arguments: [Int32.min, -40_000, 3_000_000, .max])
    func hostileDays(number: Int32) {
        #expect(throws: ServiceError.self) { try Day(message: number) }
    }
}
