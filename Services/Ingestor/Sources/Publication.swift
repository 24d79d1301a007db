import SharedDomain

/// What a payload holds for one day, as the source gives it: text, extracted and not yet judged.
enum Publication: Sendable, Hashable {
    case sheet(PublishedSheet)
    case edition(PublishedEdition)

    /// The day it is for.
    var day: Day {
        switch self {
        case .sheet(let sheet): sheet.day
        case .edition(let edition): edition.day
        }
    }
}

/// The rates of one day.
struct PublishedSheet: Sendable, Hashable {
    let day: Day
    /// The currency that all quotes are against.
    let pivot: CurrencyCode
    var quotes: [PublishedQuote]
}

/// One rate.
struct PublishedQuote: Sendable, Hashable {
    let currency: String
    let price: String
    var unit = 1
    let direction: QuoteDirection
}

/// The prices of one edition of a survey.
struct PublishedEdition: Sendable, Hashable {
    let item: String
    let day: Day
    var prices: [PublishedPrice]
}

/// One price.
struct PublishedPrice: Sendable, Hashable {
    /// A country's alpha-3 code, or the source's code for a larger area.
    let area: String
    let currency: String
    let localPrice: String
}
