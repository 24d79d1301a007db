import SharedDomain
import SharedHTTP

/// A comparison in the figures that are shown: rates and changes exact and rounded here, once; the rest binary64.
struct ComparisonReply: Sendable {
    struct Entry: Sendable {
        let currency: ComparedCurrency
        let rank: Int?
        let currentRate: ExactDecimal?
        let changePercent: ExactDecimal?
    }

    let comparison: Comparison
    let entries: [Entry]

    /// - Parameter digits: significant digits of every rate and change.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ comparison: Comparison, significantDigits digits: Int) throws(ServiceError) {
        var entries: [Entry] = []
        for currency in comparison.currencies {
            entries.append(try Entry(currency, rank: comparison.rank(of: currency), significantDigits: digits))
        }
        self.comparison = comparison
        self.entries = entries
    }
}

extension ComparisonReply.Entry {
    fileprivate init(_ currency: ComparedCurrency, rank: Int?, significantDigits digits: Int) throws(ServiceError) {
        let series = currency.answer.series
        self.currency = currency
        self.rank = rank
        currentRate = try series.crosses.last?.rate(significantDigits: digits)
        changePercent = try currency.change?.percent(significantDigits: digits)
    }
}

/// The `data` of the answer.
extension ComparisonReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", comparison.base)
            data.member("period", comparison.window.text)
            data.member("as_of", comparison.currencies.map(\.answer.asOf).max())
            data.member("currencies", entries)
            data.member("comparison", entries)
            data.object("correlation_matrix") { matrix in
                for pair in comparison.correlations { matrix.member("\(pair.one)_\(pair.other)", pair.value) }
            }
            data.object("portfolio_analysis") { portfolio in
                portfolio.member("best_performer", comparison.best)
                portfolio.member("worst_performer", comparison.worst)
                portfolio.member("most_volatile", comparison.mostVolatile)
                portfolio.member("least_volatile", comparison.leastVolatile)
            }
        }
    }
}

extension ComparisonReply.Entry: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let series = currency.answer.series
        writer.object { object in
            object.member("currency", currency.currency)
            object.member("current_rate", currentRate)
            object.member("period_change_percent", changePercent)
            object.member("volatility", currency.volatility)
            object.member("performance_rank", rank)
            object.member("sharpe_ratio", currency.sharpeRatio)
            object.member("source", currency.answer.source)
            object.member("data_points", series.count)
            object.member("first_observed_on", series.days.first.map(Day.init(number:)))
            object.member("observed_on", series.days.last.map(Day.init(number:)))
            object.member("breaks", currency.answer.breaks)
        }
    }
}
