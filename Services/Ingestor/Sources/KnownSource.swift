import SharedDomain

/// A source that this release has an adapter for: its name, what can be set about it, and how the adapter is made.
struct KnownSource: Sendable {
    let name: String
    /// Nil for one that is not asked over the network.
    let endpoint: SourceEndpointSettings?
    /// Given where the source is, or nil for where it is by default.
    let make: @Sendable (SourceID, SourceEndpoint?, FetchTools) -> any Source

    /// Whether it answers only who has a key.
    var needsKey: Bool { endpoint?.apiKey != nil }

    /// In the order they are collected from.
    static let all = [
        KnownSource(
            name: SourceID.ecb.description, endpoint: ECBSource.endpointSettings,
            make: { id, endpoint, tools in
                let endpoint = endpoint ?? ECBSource.endpointSettings.defaultEndpoint
                return ECBSource(fetcher: HTTPFetcher(source: id, endpoint: endpoint, tools: tools))
            }),
        KnownSource(
            name: SourceID.kexim.description, endpoint: KEXIMSource.endpointSettings,
            make: { id, endpoint, tools in
                let endpoint = endpoint ?? KEXIMSource.endpointSettings.defaultEndpoint
                return KEXIMSource(fetcher: HTTPFetcher(source: id, endpoint: endpoint, tools: tools))
            }),
        KnownSource(name: BigMacSource.item, endpoint: nil, make: { id, _, _ in BigMacSource(id: id) }),
    ]

    static func named(_ id: SourceID) -> KnownSource? { all.first { $0.name == id.description } }
}
