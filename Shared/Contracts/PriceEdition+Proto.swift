package import SharedDomain
import SwiftProtobuf

extension CommonV1PriceEdition {
    package init(_ edition: PriceEdition) {
        self.init()
        item = edition.item
        source = edition.source.description
        day = edition.day.number
        prices = edition.prices.map { price in
            .with {
                $0.area = price.area.description
                $0.currency = price.currency.description
                $0.localPrice = CommonV1Decimal(price.localPrice)
            }
        }
    }
}

extension PriceEdition {
    /// - Throws: `ServiceError` naming what is not an edition.
    package init(_ message: CommonV1PriceEdition) throws {
        try self.init(
            item: message.item,
            day: Day(message: message.day),
            source: SourceID(message: message.source),
            prices: message.prices.map { price in
                guard let area = PriceArea(price.area) else {
                    throw ServiceError.invalidCountryCode(price.area, parameter: "area")
                }
                return try Price(
                    area: area, currency: CurrencyCode(message: price.currency),
                    localPrice: ExactDecimal(price.localPrice))
            })
    }
}
