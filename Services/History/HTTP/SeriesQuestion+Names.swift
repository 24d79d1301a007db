import SharedDomain
import SharedHTTP

extension SeriesQuestion.Names {
    /// Of the routes that take the currency as a part of the query.
    static let query = Self(HistoryParameter.target)
    /// Of the routes that take it as a part of the path.
    static let path = Self(HistoryParameter.code)

    private init(_ target: Parameter<CurrencyCode>) {
        let base = HistoryParameter.base.facts.name
        self.init(target: target.facts.name, base: base, usualBase: HistoryParameter.usualBase)
    }
}
