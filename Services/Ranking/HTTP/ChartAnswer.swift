import SharedDomain
import SharedHTTP

/// The data of a chart: one page of it, with the rates that can be had.
struct ChartAnswer: JSONRepresentable, Sendable {
    let period: ChartPeriod
    let chart: Chart
    let page: ChartPage
    let rates: PostedRates
    let language: Language

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("period", period.rawValue)
            object.object("window") { window in
                window.member("from", chart.window.lowerBound)
                window.member("to", chart.window.upperBound)
            }
            object.member("total_selections", chart.totalSelections)
            object.member("last_updated", chart.lastUpdated)
            object.array("ranking") { ranking in
                for entry in page.part(of: chart.entries) { ranking.object { write(entry, into: &$0) } }
            }
            object.object("pagination") { pagination in
                pagination.member("current_page", page.current)
                pagination.member("total_pages", page.count)
                pagination.member("has_next", page.hasNext)
                pagination.member("has_previous", page.hasPrevious)
            }
            object.member("rates_stale", rates.condition == .outdated)
            object.member("partial", rates.condition == .missing ? ["rates"] : [])
        }
    }

    private func write(_ entry: ChartEntry, into object: inout JSONObjectWriter) {
        let country = Country.named(entry.country)
        let rate = country.flatMap { rates[$0.currency] }
        object.member("rank", entry.rank)
        object.member("country_code", entry.country)
        object.member("country_name", country?.name(in: language))
        object.member("currency_code", country?.currency)
        object.member("score", entry.score)
        object.member("percentage", entry.percentage)
        object.member("change", entry.change.rawValue)
        object.member("change_value", entry.changeValue)
        object.member("previous_rank", entry.previousRank)
        object.member("current_rate", rate?.rate)
        object.member("rate_observed_on", rate?.observedOn)
        object.member("rate_source", rate?.source)
        object.member("rate_stale", rate.map { rates.isStale($0) })
    }
}
