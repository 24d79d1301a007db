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

    @Test("left alone, rates are the ECB's")
    func defaults() throws {
        #expect(try read([:]).rateSources == [.ecb])
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
}
