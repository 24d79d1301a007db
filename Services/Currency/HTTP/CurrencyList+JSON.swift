import SharedDomain
import SharedHTTP

/// The list in the language of the answer.
struct CurrencyListDocument: Sendable, JSONRepresentable {
    let list: CurrencyList
    let language: Language

    func write(into writer: inout JSONWriter) {
        writer.object { document in
            document.array("currencies") { currencies in
                for row in list.rows { currencies.element(CurrencyRow(row: row, language: language)) }
            }
            document.member("cache_hit", list.isFromMemory)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "Currencies",
        [
            "currencies": .array(of: CurrencyRow.schema, "By code, or in the order asked.", count: 0...mostCurrencies),
            "cache_hit": .boolean("Whether memory answered, rather than a store or another service."),
        ])

    /// More than the table has.
    static let mostCurrencies = 200
}

/// One currency of the list.
struct CurrencyRow: Sendable, JSONRepresentable {
    let row: CurrencyList.Row
    let language: Language

    func write(into writer: inout JSONWriter) {
        let currency = row.currency
        writer.object { document in
            document.member("code", currency.code)
            document.member("numeric", currency.numeric)
            document.member("name", currency.name(in: language))
            document.member("names", BothNames(korean: currency.nameKorean, english: currency.nameEnglish))
            document.member("symbol", currency.symbol)
            document.member("minor_units", currency.minorUnits)
            document.member("quotation_unit", currency.quotationUnit)
            document.member("countries", Place.using(currency.code, in: language))
            document.member("existed_from", currency.introduced)
            document.member("existed_to", currency.withdrawn)
            document.member("first_day", row.coverage?.lowerBound)
            document.member("last_day", row.coverage?.upperBound)
            document.member("is_held", row.isHeld)
            document.member("has_rate", row.hasRate)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "CurrencyFacts",
        [
            "code": .currencyCode("ISO 4217."),
            "numeric": .string("ISO 4217's number, three digits.", pattern: "^[0-9]{3}$"),
            "name": .string("In the language asked for."),
            "names": BothNames.schema,
            "symbol": .string("Short, such as `$`; several currencies share one."),
            "minor_units": .integer("Digits after the point in an amount of money.", atLeast: 0, atMost: 4),
            "quotation_unit": .integer(
                "How many units Korean banks quote at once: 100 for JPY, IDR and VND.", atLeast: 1, atMost: 100),
            "countries": .array(of: Place.schema, "Where the currency is used today, by code."),
            "existed_from": .day("The first day of its existence; `null` when that was before 1999.").nullable,
            "existed_to": .day("The last day of its existence; `null` while it is in use.").nullable,
            "first_day": .day("The first day that a rate is held of; `null` for none.").nullable,
            "last_day": .day("The last day that a rate is held of; `null` for none.").nullable,
            "is_held": .boolean("Whether a rate is held of any day; `null` while that is not known.").nullable,
            "has_rate": .boolean("Whether a price can be given now; `null` while that is not known.").nullable,
        ])
}
