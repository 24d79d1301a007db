import SharedDomain

/// Everything that a chart says, in the reader's language.
struct ChartWords: Sendable {
    let language: Language

    /// The words of the language.
    func choose(_ korean: String, _ english: String) -> String {
        switch language {
        case .ko: korean
        case .en: english
        }
    }

    // MARK: Names

    func name(of currency: CurrencyCode) -> String {
        Currency.named(currency)?.name(in: language) ?? "\(currency)"
    }

    /// The source in full, or as short as it is known.
    func name(of source: SourceID, isShort: Bool = false) -> String {
        let short = source.description.uppercased()
        if isShort { return short }
        return switch source {
        case .ecb: choose("유럽중앙은행(ECB)", "European Central Bank")
        case .kexim: choose("한국수출입은행(KEXIM)", "Export-Import Bank of Korea")
        default: short
        }
    }

    // MARK: Evidence

    func source(_ source: SourceID, isShort: Bool = false) -> String {
        let name = name(of: source, isShort: isShort)
        return isShort ? name : choose("출처 \(name)", "Source: \(name)")
    }

    func asOf(_ day: Day) -> String { choose("\(day) 기준", "as of \(day)") }

    func known(at instant: Instant) -> String { choose("\(instant)에 알려진 값", "as known on \(instant)") }

    /// All of it in one sentence.
    func evidence(_ source: SourceID, _ day: Day, knownAt instant: Instant?) -> String {
        ([self.source(source), asOf(day)] + (instant.map { [known(at: $0)] } ?? [])).joined(separator: ", ")
    }
}
