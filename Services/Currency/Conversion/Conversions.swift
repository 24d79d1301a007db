import Foundation
import SharedConfig
import SharedDomain
import SharedHTTP

/// Amounts of one money in another, exactly.
struct Conversions: Sendable {
    let layers: RateLayers
    let time: TimeSource
    /// Where it is decided which day today is.
    var zone = SharedSettings.businessTimeZone.defaultValue

    /// Which version answers at the latest rates are of at that moment; nil while memory holds no rates.
    func version(at now: Instant) -> AnswerVersion? {
        guard let rates = layers.holdings.inMemory?.rates, !rates.isEmpty else { return nil }
        return rates.version(at: now)
    }

    /// The amount in the other money, at the latest rate or at that of a day.
    ///
    /// At the latest rate, ages are as of the version where memory answers, and else as of `now`.
    /// - Throws: `INVALID_DATE` for a day to come; `NOT_FOUND` where no rate is held; `DATA_NOT_READY` where none of the
    ///   layers that would know one answers.
    func answer(_ question: ConversionQuestion, at now: Instant) async throws(ServiceError) -> Conversion {
        if let day = question.day {
            try admit(day, at: now)
            let past = await layers.past([day])
            let present = question.isIdentity ? await present() : nil
            return try convert(question, on: day, past, present, at: now)
        }
        let state = try await layers.current()
        let version = state.isFromMemory ? state.contents.rates.version(at: now) : nil
        var conversion = try convert(question, state, at: version?.asOf ?? now)
        conversion.version = version
        return conversion
    }

    /// An answer to each question, in their order; ages are as of `now`. All days are asked for at once.
    func answers(
        to questions: [ConversionQuestion], at now: Instant
    ) async -> [Result<Conversion, ServiceError>] {
        let today = Day(of: now, in: zone)
        let days = Set(questions.compactMap(\.day).filter { $0 <= today })
        let past = days.isEmpty ? PastRates.none : await layers.past(days)
        let needsPresent = questions.contains { $0.day == nil || $0.isIdentity }
        let current: Result<CurrentState, ServiceError>? = needsPresent ? await present() : nil
        return questions.map { question in
            Result { () throws(ServiceError) in
                if let day = question.day {
                    try admit(day, at: now)
                    return try convert(question, on: day, past, current, at: now)
                }
                guard let current else { throw .internalError() }
                return try convert(question, current.get(), at: now)
            }
        }
    }

    private func present() async -> Result<CurrentState, ServiceError> {
        do throws(ServiceError) {
            return .success(try await layers.current())
        } catch {
            return .failure(error)
        }
    }

    /// At the latest rate.
    private func convert(
        _ question: ConversionQuestion, _ state: CurrentState, at moment: Instant
    ) throws(ServiceError) -> Conversion {
        let rates = state.contents.rates
        guard let rate = rates.rate(of: question.from, in: question.to, at: moment) ?? rates.one(question, at: moment)
        else { throw .noCurrentRate(question, rates) }
        return try Conversion(question, at: rate, isFromMemory: state.isFromMemory, asOf: moment)
    }

    private func admit(_ day: Day, at now: Instant) throws(ServiceError) {
        let today = Day(of: now, in: zone)
        guard day <= today else {
            throw .invalidParameter(
                "date", provided: "\(day)", expected: "a day that is not after today, \(today)", code: .invalidDate)
        }
    }
}

extension RatesSnapshot {
    /// A currency in itself is 1, of any sheet, whether or not one quotes it.
    func one(_ question: ConversionQuestion, at moment: Instant) -> ServedRate? {
        guard question.isIdentity, let sheet = sources.first?.sheets.first,
            let cross = sheet.cross(of: question.from, in: question.to)
        else { return nil }
        var staleness = Staleness(at: moment)
        let isStale = staleness.isStale(cross.source, observedOn: cross.day)
        return ServedRate(cross: cross, pivot: cross.pivot, isStale: isStale)
    }
}

extension ServiceError {
    /// No source has a rate between the two.
    fileprivate static func noCurrentRate(_ question: ConversionQuestion, _ rates: RatesSnapshot) -> ServiceError {
        let missing = [("from", question.from), ("to", question.to)].first { !rates.holds($0.1) }
        guard let (parameter, currency) = missing else {
            return .notFound("No current rate of \(question.from) in \(question.to) is held.")
        }
        return .notFound(
            "No current rate is held for \(currency), so nothing can be converted with it.",
            details: [
                "parameter": parameter, "provided": "\(currency)",
                "expected": "a currency that a current rate is held for",
            ])
    }
}
