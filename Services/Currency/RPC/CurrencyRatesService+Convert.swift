import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    /// An amount of one money in another, by the same rules as over HTTP; the result with every digit.
    /// - Throws: `ServiceError`.
    func convert(
        request: CurrencyV1ConvertRequest, context: ServerContext
    ) async throws -> CurrencyV1ConvertReply {
        CurrencyV1ConvertReply(
            try await conversions.answer(ConversionQuestion(request), at: conversions.time.now()))
    }
}

extension ConversionQuestion {
    fileprivate init(_ request: CurrencyV1ConvertRequest) throws {
        guard request.hasAmount else { throw ServiceError.missingParameter("amount", expected: Self.expectedAmount) }
        let amount = try ExactDecimal(request.amount)
        guard Self.admits(amount) else {
            throw ServiceError.invalidParameter("amount", provided: "\(amount)", expected: Self.expectedAmount)
        }
        let day = request.hasDay ? Day(number: request.day) : nil
        guard day.map({ Day.years.contains($0.components.year) }) ?? true else {
            throw ServiceError.invalidParameter(
                "day", provided: "\(request.day)", expected: "a day of the years \(Day.years)", code: .invalidDate)
        }
        self.init(
            from: try .known(request.from, parameter: "from"),
            to: try .known(request.to, parameter: "to"), amount: amount,
            day: day, rounding: try ConversionRounding(request.rounding),
            rateDigits: CurrencyRatesService.significantDigits)
    }
}

extension ConversionRounding {
    fileprivate init(_ mode: CommonV1RoundingMode) throws(ServiceError) {
        switch mode {
        case .unspecified, .halfUp: self = .halfUp
        case .halfEven: self = .halfEven
        case .down: self = .down
        case .none: self = .unrounded
        case .UNRECOGNIZED(let number):
            throw .invalidParameter("rounding", provided: "\(number)", expected: "a RoundingMode from 0 to 4")
        }
    }
}

extension CurrencyV1ConvertReply {
    fileprivate init(_ conversion: Conversion) {
        self.init()
        result = CommonV1Decimal(conversion.result.full)
        rate = CurrencyV1Rate(conversion.evidence)
        rateInverse = CommonV1Decimal(conversion.rateInverse)
    }
}
