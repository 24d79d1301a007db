import SharedConfig
import SharedRuntime
import Testing

@testable import HistoryService

@Suite("The settings of the history service")
struct HistoryConfigTests {
    private func read(_ environment: [String: String]) throws -> HistoryConfig {
        try HistoryConfig.read(from: SettingsReader(environment: environment))
    }

    // The ports: section 0 of the contract.
    @Test("left alone, it listens on the ports of the contract")
    func defaults() throws {
        let listen = try read([:]).host.listen
        #expect(listen == ListenConfig(httpPort: 8003, grpcPort: 9003))
    }

    @Test("observations of a day are kept for ninety days unless it is set")
    func intraday() throws {
        #expect(try read([:]).intradayDays == 90)
        #expect(try read(["INTRADAY_DAYS": "3650"]).intradayDays == 3650)
        for text in ["0", "3651", "-1", "ninety"] {
            #expect(throws: ConfigurationProblems.self) { try read(["INTRADAY_DAYS": text]) }
        }
    }

    @Test("a malformed port is refused by the variable's name", arguments: ["", "80a80", "-1", "65536"])
    func malformed(text: String) throws {
        let problems = #expect(throws: ConfigurationProblems.self) { try read(["HISTORY_HTTP_PORT": text]) }
        #expect(problems.map { "\($0)".contains("HISTORY_HTTP_PORT") } == true)
    }
}
