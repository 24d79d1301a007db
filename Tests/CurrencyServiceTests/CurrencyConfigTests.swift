import SharedConfig
import SharedDomain
import SharedRuntime
import Testing

@testable import CurrencyService

@Suite("The settings of the currency service")
struct CurrencyConfigTests {
    private func read(_ environment: [String: String]) throws -> CurrencyConfig {
        try CurrencyConfig.read(from: SettingsReader(environment: environment))
    }

    @Test("left alone, rates are the ECB's, then those of the Export-Import Bank of Korea, and history is next door")
    func defaults() throws {
        #expect(try read([:]).rateSources == [.ecb, .kexim])
        #expect(try read([:]).pairSources.isEmpty)
        #expect(try read([:]).disagreementPercent == .one)
        #expect(try read([:]).historyAddress?.description == "127.0.0.1:9003")
        #expect(try read(["HISTORY_GRPC_PORT": "9103"]).historyAddress?.description == "127.0.0.1:9103")
        #expect(try read([:]).host.listen.httpPort == 8001)
        #expect(try read([:]).host.listen.grpcPort == 9001)
    }

    @Test("sources are taken in the order given")
    func sources() throws {
        #expect(try read(["RATE_SOURCES": "bok, ecb"]).rateSources == [bok, .ecb])
    }

    @Test(
        "a malformed list is refused by the variable's name", arguments: ["", ",", "ecb,", "ecb,ecb", "ECB", "e c b"])
    func malformed(text: String) throws {
        let problems = #expect(throws: ConfigurationProblems.self) { try read(["RATE_SOURCES": text]) }
        #expect(problems.map { "\($0)".contains("RATE_SOURCES") } == true)
    }

    @Test("a rule for a pair holds in both directions, and the other sources follow")
    func rules() throws {
        let config = try read([
            "RATE_SOURCES": "ecb,bok", "RATE_SOURCES_BY_PAIR": "USD/KRW=kexim ecb, KRW/JPY=bok",
            "RATE_DISAGREEMENT_PERCENT": "0.25",
        ])
        let preferences = config.preferences
        let (dollar, yen) = (try code("USD"), try code("JPY"))
        #expect(preferences.order(for: CurrencyPair(.krw, dollar)) == [.kexim, .ecb, bok])
        #expect(preferences.order(for: CurrencyPair(dollar, .krw)) == [.kexim, .ecb, bok])
        #expect(preferences.order(for: CurrencyPair(yen, .krw)) == [bok, .ecb])
        #expect(preferences.order(for: CurrencyPair(yen, dollar)) == [.ecb, bok])
        #expect(preferences.collected == [.ecb, bok, .kexim])
        #expect(preferences.disagreementPercent.description == "0.25")
    }

    @Test(
        "a malformed rule is refused by the variable's name and its value",
        arguments: [
            "USD", "USD/KRW", "USD/KRW=", "USD/KRW=ECB", "USD/KRW=kexim  ecb", "USD/KRW= ecb",
            "USD/KRW=ecb ecb", "USD/USD=ecb", "USD/XYZ=ecb", "usd/krw=ecb", "USD/KRW/EUR=ecb", "USDKRW=ecb",
            "USD/KRW=ecb=kexim", "USD/KRW=ecb,", "USD/KRW=ecb,KRW/USD=kexim", "USD/KRW=a b c d e f g h i", "=ecb",
        ])
    func malformedRule(text: String) throws {
        let problems = #expect(throws: ConfigurationProblems.self) { try read(["RATE_SOURCES_BY_PAIR": text]) }
        #expect(problems.map { "\($0)".contains("RATE_SOURCES_BY_PAIR") && "\($0)".contains(text) } == true)
    }

    @Test(
        "a malformed bound is refused by the variable's name",
        arguments: ["", "-1", "-0", "1e1", "1%", "1001", "1000", "0.0000001", ".5", "1,5", "NaN"])
    func malformedBound(text: String) throws {
        let problems = #expect(throws: ConfigurationProblems.self) { try read(["RATE_DISAGREEMENT_PERCENT": text]) }
        #expect(problems.map { "\($0)".contains("RATE_DISAGREEMENT_PERCENT") } == true)
    }

    @Test(
        "bounds from nothing to nearly ten times are taken exactly",
        arguments: ["0", "0.000001", "1", "2.50", "999.999999"])
    func bound(text: String) throws {
        #expect(try read(["RATE_DISAGREEMENT_PERCENT": text]).disagreementPercent.description == text)
    }
}
