import SharedDomain

extension FigureRules {
    /// The two prices of a transfer: figures like every other, and the rate not outside of them.
    func transfer(
        _ published: PublishedTransfer, around rate: ExactDecimal
    ) throws(Breach) -> TransferPrices {
        do throws(Breach) {
            let (buying, selling) = (try price(published.buying), try price(published.selling))
            guard buying <= rate, rate <= selling else {
                throw Breach(
                    rule: .transferPrices,
                    reason: "the rate \(rate) is not between buying at \(buying) and selling at \(selling)")
            }
            do {
                return try TransferPrices(buying: buying, selling: selling)
            } catch {
                throw Breach(rule: .transferPrices, reason: error.message)
            }
        } catch {
            throw Breach(rule: .transferPrices, reason: "no transfer prices: \(error.reason)")
        }
    }
}

extension Quote {
    /// Whether it is the same rate, whatever banks ask for a transfer at it.
    func isOfSameRate(as other: Quote) -> Bool {
        currency == other.currency && price == other.price && unit == other.unit && direction == other.direction
    }

    /// The same rate with transfer prices.
    func with(_ transfer: TransferPrices) throws(FigureRules.Breach) -> Quote {
        do {
            return try Quote(currency: currency, price: price, unit: unit, direction: direction, transfer: transfer)
        } catch {
            throw FigureRules.Breach(rule: .transferPrices, reason: error.message)
        }
    }
}
