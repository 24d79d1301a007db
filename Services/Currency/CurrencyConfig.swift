package import SharedConfig
package import SharedDomain
package import SharedRuntime

/// All that the currency service is told at start.
package struct CurrencyConfig: ServiceConfiguration {
    /// Where rates are taken from, the preferred source first.
    package static let rateSources = Setting<[SourceID]>(
        "RATE_SOURCES", .list(of: .source, atMost: 8), default: [.ecb, .kexim],
        summary: "The sources that rates are taken from, the preferred one first; others are stored and not used")

    /// Which sources come first for a pair.
    package static let pairSources = Setting<[PairPreference]>(
        "RATE_SOURCES_BY_PAIR", .pairPreferences, default: [],
        summary: "The sources that come before those of RATE_SOURCES for some pairs of currencies, in either direction")

    /// By how much the sources of a pair may differ before an answer says so.
    package static let disagreementPercent = Setting<ExactDecimal>(
        "RATE_DISAGREEMENT_PERCENT", .percent(below: 1000), default: .one,
        summary: "By how many percent of the lowest the sources of a rate may differ before its answers say so")

    /// How far estimated transfer prices lie from the rate.
    package static let transferSpreadPercent = Setting<ExactDecimal>(
        "TRANSFER_SPREAD_PERCENT", .percent(below: 100), default: .one,
        summary: "By how many percent of the rate the estimated prices of a transfer lie above and below it")

    /// How many streams there may be.
    package static let streams = Setting<Int>(
        "STREAM_MAX_CLIENTS", .int(in: 1...1_000_000), default: 10_000,
        summary: "The most streams of rates that are open at one time, over HTTP and gRPC together")

    /// How old a basket price may be.
    package static let priceAge = Setting<Int>(
        "PRICE_MAX_AGE_DAYS", .int(in: 1...36_500), default: 1096,
        summary: "How many days old a basket price may be to answer for a country")

    /// Every setting there is.
    package static let catalog = HostConfig.catalog(for: .currency, calling: [.history])
        .adding(SettingsGroup("Rates", rateSources, pairSources, disagreementPercent, transferSpreadPercent, streams))
        .adding(SettingsGroup("Prices", priceAge))

    /// What every service is told.
    package var host: HostConfig
    /// Where the gRPC of the history service is found; nil does without it.
    package var historyAddress: PeerAddress?
    /// Where rates are taken from, the preferred source first.
    package var rateSources: [SourceID]
    /// Which sources come first for a pair.
    package var pairSources: [PairPreference] = CurrencyConfig.pairSources.defaultValue
    /// By how many percent the sources of a pair may differ before an answer says so.
    package var disagreementPercent = CurrencyConfig.disagreementPercent.defaultValue
    /// By how many percent of the rate the estimated prices of a transfer lie above and below it.
    package var transferSpreadPercent = CurrencyConfig.transferSpreadPercent.defaultValue
    /// How many streams there may be.
    package var maxStreams = CurrencyConfig.streams.defaultValue
    /// How many days old a basket price may be.
    package var priceMaxAgeDays = CurrencyConfig.priceAge.defaultValue

    /// A configuration made by hand; what is left out has the setting's default.
    package init(
        host: HostConfig, historyAddress: PeerAddress? = nil,
        rateSources: [SourceID] = CurrencyConfig.rateSources.defaultValue
    ) {
        self.host = host
        self.historyAddress = historyAddress
        self.rateSources = rateSources
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            host: try HostConfig(settings, for: .currency),
            historyAddress: try ServiceAddressSettings.history.peerAddress(settings),
            rateSources: try settings[Self.rateSources])
        pairSources = try settings[Self.pairSources]
        disagreementPercent = try settings[Self.disagreementPercent]
        transferSpreadPercent = try settings[Self.transferSpreadPercent]
        maxStreams = try settings[Self.streams]
        priceMaxAgeDays = try settings[Self.priceAge]
    }

    /// What the settings say of the answers.
    var terms: CurrencyUseCases.Terms {
        CurrencyUseCases.Terms(
            maximumStreams: maxStreams, maximumPriceAge: priceMaxAgeDays,
            transferSpreadPercent: transferSpreadPercent, zone: host.common.businessTimeZone)
    }

    /// Which sources serve, and when an answer says more than one rate.
    var preferences: RatePreferences {
        RatePreferences(sources: rateSources, rules: pairSources, disagreementPercent: disagreementPercent)
    }
}

extension SettingKind where Value == SourceID {
    /// The name of a source.
    fileprivate static var source: Self {
        Self(
            expected: "a source's name, 1 to 32 of a-z, 0-9 and -", parse: { SourceID($0) },
            format: \.description)
    }
}

extension SettingKind where Value == PairPreference {
    /// A pair, and its sources.
    fileprivate static var pairPreference: Self {
        Self(
            expected: "two ISO 4217 codes and up to \(PairPreference.mostSources) sources such as USD/KRW=kexim ecb",
            parse: { PairPreference($0) }, format: \.text)
    }
}

extension SettingKind where Value == [PairPreference] {
    /// A rule for each pair; none has two, in whichever direction it is written.
    fileprivate static var pairPreferences: Self {
        let list = SettingKind<[PairPreference]>.list(of: .pairPreference, atMost: 100, acceptsEmpty: true)
        return Self(
            expected: "\(list.expected); a pair has one rule, which holds in both directions", acceptsEmpty: true,
            parse: { text in
                guard let rules = list.parse(text), Set(rules.map(\.pair)).count == rules.count else { return nil }
                return rules
            },
            format: list.format)
    }
}

extension SettingKind where Value == ExactDecimal {
    /// So many of a hundred, as a plain decimal.
    fileprivate static func percent(below limit: Int) -> Self {
        Self(
            expected: "a decimal number from 0 to below \(limit) with at most 6 digits after the point, such as 0.5",
            parse: { text in
                guard !text.hasPrefix("-"), let number = ExactDecimal(text), number.exponent >= -6,
                    ExactRatio(number) < ExactRatio(limit)
                else { return nil }
                return number
            },
            format: \.description)
    }
}
