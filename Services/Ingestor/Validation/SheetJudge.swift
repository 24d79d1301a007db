import SharedDomain

/// Decides which quotes of a published sheet are taken.
struct SheetJudge: Sendable {
    let figures: FigureRules
    /// Nil for a published record, in which real jumps are history.
    let jumps: JumpRule?

    /// What came of a sheet.
    struct Verdict: Sendable {
        /// By currency.
        var quotes: [Quote] = []
        var refusals: [Refusal] = []
    }

    /// - Parameters:
    ///   - held: the quotes that were accepted for this publication before: a refused change leaves the old one in
    ///     place.
    ///   - recent: the newest accepted quotes before this publication.
    ///   - next: the source's next sheet, if it is known.
    func verdict(
        on sheet: PublishedSheet, held: [CurrencyCode: Quote], recent: RecentQuotes, next: PublishedSheet?
    ) -> Verdict {
        var verdict = Verdict()
        var taken: [CurrencyCode: Quote] = [:]
        for published in sheet.quotes {
            do throws(FigureRules.Breach) {
                let quote = try quote(published, of: sheet)
                if let other = taken[quote.currency] {
                    guard !other.isOfSameRate(as: quote) else { continue }
                    throw FigureRules.Breach(
                        rule: .quotedTwice, reason: "\(quote.currency) is quoted at \(other.price) too")
                }
                if held[quote.currency]?.isOfSameRate(as: quote) != true,
                    let breach = jumps?.breach(
                        quote, after: recent[quote.currency], before: followUp(of: quote, in: next))
                {
                    throw breach
                }
                taken[quote.currency] = addingTransfer(published, to: quote, of: sheet.day, &verdict.refusals)
            } catch {
                verdict.refusals.append(
                    Refusal(
                        error.rule, day: sheet.day, subject: published.currency, value: published.price,
                        reason: error.reason))
                if let code = CurrencyCode(published.currency), taken[code] == nil, let before = held[code] {
                    taken[code] = before
                }
            }
        }
        verdict.quotes = taken.values.sorted { $0.currency < $1.currency }
        return verdict
    }

    private func quote(_ published: PublishedQuote, of sheet: PublishedSheet) throws(FigureRules.Breach) -> Quote {
        try figures.requireBelievable(sheet.day)
        let currency = try figures.currency(published.currency, on: sheet.day)
        guard currency != sheet.pivot else {
            throw FigureRules.Breach(rule: .quoteOfPivot, reason: "\(currency) is what the others are quoted against")
        }
        let price = try figures.price(published.price)
        do {
            return try Quote(
                currency: currency, price: price, unit: published.unit, direction: published.direction)
        } catch {
            throw FigureRules.Breach(rule: .notANumber, reason: error.message)
        }
    }

    /// The quote with its transfer prices, or without where they are none or refused: the rate is good all the same.
    private func addingTransfer(
        _ published: PublishedQuote, to quote: Quote, of day: Day, _ refusals: inout [Refusal]
    ) -> Quote {
        guard let transfer = published.transfer else { return quote }
        do throws(FigureRules.Breach) {
            return try quote.with(figures.transfer(transfer, around: quote.price))
        } catch {
            refusals.append(
                Refusal(
                    error.rule, day: day, subject: published.currency,
                    value: "\(transfer.buying) / \(transfer.selling)", reason: error.reason))
            return quote
        }
    }

    /// The next figure of the same currency, where that is itself a quote.
    private func followUp(of quote: Quote, in next: PublishedSheet?) -> Quote? {
        guard let next, let published = next.quotes.first(where: { $0.currency == quote.currency.description }) else {
            return nil
        }
        do throws(FigureRules.Breach) {
            return try self.quote(published, of: next)
        } catch {
            return nil
        }
    }
}
