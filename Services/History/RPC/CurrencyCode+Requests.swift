import SharedContracts
import SharedDomain

extension CurrencyCode {
    /// The currencies of a repeated field of a request, in the order given; one that is repeated counts once.
    ///
    /// - Throws: `INVALID_PARAMETER` for another count than is allowed; otherwise as `known` of one.
    static func known(
        _ texts: [String], parameter: String, count: ClosedRange<Int>
    ) throws(ServiceError) -> [CurrencyCode] {
        guard count.contains(texts.count) else {
            throw .invalidParameter(
                parameter, provided: "\(texts.count) values",
                expected: "\(count.lowerBound) to \(count.upperBound) values")
        }
        var seen: Set<CurrencyCode> = []
        var codes: [CurrencyCode] = []
        for text in texts {
            let code = try known(text, parameter: parameter)
            if seen.insert(code).inserted { codes.append(code) }
        }
        return codes
    }
}
