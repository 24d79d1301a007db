import SharedDomain
import SharedHTTP

/// One currency in the language of the answer.
struct CurrencyDetailDocument: Sendable, JSONRepresentable {
    let detail: CurrencyDetail
    let language: Language
    let isFromMemory: Bool

    /// The members that clients of the first version read come first.
    func write(into writer: inout JSONWriter) {
        let currency = detail.currency
        let rate = detail.entry.rate
        let place = currency.issuingPlace
        writer.object { document in
            document.member("currency_code", currency.code)
            document.member("currency_name", currency.name(in: language))
            document.member("country_code", place?.code)
            document.member("country_name", place?.name(in: language))
            document.member("symbol", currency.symbol)
            document.member("current_rate", rate.value)
            document.member("tts", detail.transfer.selling)
            document.member("ttb", detail.transfer.buying)
            document.member("spread_estimated", detail.transfer.origin == .estimated)
            document.member("quotation_unit", currency.quotationUnit)
            document.member("last_updated", rate.cross.publishedAt)
            document.member("source", rate.cross.source)
            document.member("change", detail.change)
            document.member("base", detail.base)
            document.member("quotation_rate", detail.quotationRate)
            document.member("transfer_source", detail.transfer.published?.source)
            document.member("transfer_observed_on", detail.transfer.published?.day)
            document.member("previous", detail.change.map(PreviousRate.init))
            document.member("evidence", detail.entry)
            document.member("countries", Place.using(currency.code, in: language))
            document.member("cache_hit", isFromMemory)
        }
    }
}

/// Several currencies in the order asked.
struct CurrencyDetailsDocument: Sendable, JSONRepresentable {
    let answer: DetailAnswer
    let language: Language

    func write(into writer: inout JSONWriter) {
        writer.object { document in
            document.member("base", answer.base)
            document.array("currencies") { currencies in
                for detail in answer.details {
                    currencies.element(
                        CurrencyDetailDocument(
                            detail: detail, language: language, isFromMemory: answer.isFromMemory))
                }
            }
            document.member("unavailable", answer.unavailable)
            document.member("cache_hit", answer.isFromMemory)
        }
    }
}

extension RateChange: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { change in
            change.member("absolute", absolute)
            change.member("percent", percent)
            change.member("direction", direction.rawValue)
        }
    }
}

/// The rate that a change is against.
struct PreviousRate: Sendable, JSONRepresentable {
    let change: RateChange

    func write(into writer: inout JSONWriter) {
        writer.object { previous in
            previous.member("observed_on", change.previousDay)
            previous.member("rate", change.previous)
        }
    }
}

extension TransferQuote {
    /// Who published the prices, and for which day; nil where nobody did.
    fileprivate var published: (source: SourceID, day: Day)? {
        guard case .published(let source, let day) = origin else { return nil }
        return (source, day)
    }
}
