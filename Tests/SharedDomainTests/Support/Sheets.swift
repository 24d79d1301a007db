import SharedDomain

/// A sheet as the ECB publishes: units of each currency per euro.
func ecbSheet(_ quotes: [(currency: String, price: String)]) throws -> Sheet {
    try sheet(
        pivot: "EUR",
        quotes.map { try Quote(currency: currency($0.currency), price: decimal($0.price), direction: .perPivot) })
}

/// A sheet of 2026-10-30.
func sheet(pivot: String, _ quotes: [Quote]) throws -> Sheet {
    try Sheet(
        source: .ecb, pivot: currency(pivot), day: day("2026-10-30"), publishedAt: instant("2026-10-30T15:00:00Z"),
        recordedAt: instant("2026-10-30T15:05:00Z"), quotes: quotes)
}
