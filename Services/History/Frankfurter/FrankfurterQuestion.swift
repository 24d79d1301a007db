import SharedDomain
import SharedHTTP

/// What is asked: how much of which money, priced in what, on which days.
struct FrankfurterQuestion {
    /// How much of the base.
    let amount: ExactDecimal
    /// The code of the base in capitals; it may be none.
    let base: String
    /// The codes that it is priced in, in capitals; nil for all there are.
    let symbols: [String]?
    let window: FrankfurterDates.Window

    /// The base where none is named.
    static let defaultBase = "EUR"

    init(amount: ExactDecimal, base: String, symbols: [String]?, window: FrankfurterDates.Window) {
        self.amount = amount
        self.base = base
        self.symbols = symbols
        self.window = window
    }

    /// Reads the parameters: `from` and `to` count more than `base` and `symbols`, whatever they say.
    ///
    /// - Throws: `FrankfurterRefusal`: of several things that are wrong, the amount first, then the dates, then the pair.
    init(_ request: EdgeRequest, _ dates: FrankfurterDates, current: Day) throws {
        let amount: String? = try request[FrankfurterParameter.amount]
        self.amount = try amount.map(FrankfurterAmount.read) ?? .one
        window = try dates.window(current: current)
        let from: String? = try request[FrankfurterParameter.from] ?? request[FrankfurterParameter.base]
        let to: String? = try request[FrankfurterParameter.to] ?? request[FrankfurterParameter.symbols]
        let named = from?.uppercased()
        base = named ?? Self.defaultBase
        symbols = to.map(Self.codes)
        if let named, symbols == [named] { throw FrankfurterRefusal.badCurrencyPair }
    }

    /// The parts between commas; what is empty at the end is left off, so that nothing at all is an empty list.
    private static func codes(_ text: String) -> [String] {
        var parts = text.uppercased().split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        while parts.last?.isEmpty == true { parts.removeLast() }
        return parts
    }
}
