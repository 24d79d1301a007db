package import SharedDomain

/// What an event says, in domain words.
package enum EventBody: Sendable, Hashable {
    case sheet(Sheet)
    case priceEdition(PriceEdition)

    /// - Throws: `ServiceError` naming what in the message is not valid.
    package init(_ message: EventsV1Event.OneOf_Body) throws {
        switch message {
        case .sheet(let sheet): self = .sheet(try Sheet(sheet))
        case .priceEdition(let edition): self = .priceEdition(try PriceEdition(edition))
        }
    }
}

extension EventsV1Event.OneOf_Body {
    package init(_ body: EventBody) {
        switch body {
        case .sheet(let sheet): self = .sheet(CommonV1Sheet(sheet))
        case .priceEdition(let edition): self = .priceEdition(CommonV1PriceEdition(edition))
        }
    }
}
