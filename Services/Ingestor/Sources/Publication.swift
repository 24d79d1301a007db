import SharedDomain

/// What a payload holds for one day, as the source gives it: text, extracted and not yet judged.
enum Publication: Sendable, Hashable {
    case sheet(PublishedSheet)
    case edition(PublishedEdition)
    /// A part that belongs to no day, edition or area that could be named, and is refused for that.
    case unusable(Refusal)

    /// The day it is for.
    var day: Day {
        switch self {
        case .sheet(let sheet): sheet.day
        case .edition(let edition): edition.day
        case .unusable(let refusal): refusal.day
        }
    }

    /// Where it stands among what its source has published.
    var place: SheetPlace {
        if case .sheet(let sheet) = self { sheet.place } else { SheetPlace(day: day) }
    }
}

/// The rates of one day, or one of several publications of them.
struct PublishedSheet: Sendable, Hashable {
    let day: Day
    /// When the source says that it published this sheet: of a source that publishes several for one day. Nil of any
    /// other, whose calendar tells.
    var publishedAt: Instant?
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
    /// What a bank pays and asks for a transfer, from a source that says both.
    var transfer: PublishedTransfer?
}

/// The two prices of a transfer, for the unit of their quote.
struct PublishedTransfer: Sendable, Hashable {
    /// TTB, at which the bank buys.
    let buying: String
    /// TTS, at which it sells.
    let selling: String
}

/// The prices of one edition of a survey.
struct PublishedEdition: Sendable, Hashable {
    let item: String
    let day: Day
    /// Who collected it; nil where that is the source it came from.
    var collector: SourceID?
    var prices: [PublishedPrice]
}

/// One price.
struct PublishedPrice: Sendable, Hashable {
    /// A country's alpha-2 or alpha-3 code, or `EUZ` for the euro area.
    let area: String
    let currency: String
    let localPrice: String
    /// What a refusal of it is about, where the area does not say enough: `line 7 (metro-ticket JP)`.
    var place: String?
}
