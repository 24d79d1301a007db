import GRPCCore
import SharedContracts
import SharedDomain
import SharedRPC

/// The rates of the currency service, over gRPC.
struct CurrencyRateSource: RateSource {
    /// How long an answer may take, tries included.
    static let timeout = Duration.seconds(1)

    /// How the peer must be set up.
    static let methods = [
        MethodPolicy(CurrencyV1CurrencyRates.Method.Latest.descriptor, timeout: timeout, isIdempotentRead: true)
    ]

    let peer: RPCPeer

    func latest() async throws -> [CurrencyCode: DestinationRate] {
        let client = CurrencyV1CurrencyRates.Client(wrapping: peer.client)
        var request = CurrencyV1LatestRequest()
        request.base = CurrencyCode.krw.description
        do {
            let reply = try await client.latest(request)
            let rates = try reply.rates.map { (try CurrencyCode(message: $0.currency), try DestinationRate($0)) }
            guard !rates.isEmpty else { throw ServiceError.dataNotReady("\(peer.name) holds no rates yet") }
            return Dictionary(rates, uniquingKeysWith: { first, _ in first })
        } catch let error as RPCError {
            throw ServiceError(error, from: peer.name)
        }
    }
}

extension DestinationRate {
    /// - Throws: `ServiceError` naming what is not a rate.
    fileprivate init(_ message: CurrencyV1Rate) throws {
        let published = try ExactDecimal(message.rate)
        guard published > .zero else {
            throw ServiceError.invalidParameter("rate", provided: "\(published)", expected: "more than 0")
        }
        rate = try ExactRatio(published).rounded(significantDigits: Self.significantDigits, mode: .halfUp)
        observedOn = try Day(message: message.observedOn)
        publishedAt = Instant(milliseconds: message.publishedAt)
        source = message.source
        isStale = message.stale
    }
}
