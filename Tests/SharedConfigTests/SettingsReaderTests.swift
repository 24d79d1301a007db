import Foundation
import SharedConfig
import Testing

@Suite("reading settings")
struct SettingsReaderTests {
    private let port = Setting("CACHE_PORT", .port, default: 8001, summary: "A port")
    private let environment = Setting<DeploymentEnvironment>("STAGE", .choice, default: .local, summary: "A stage")
    private let token = RequiredSetting("TOKEN", .nonEmpty, summary: "A token")

    @Test("an absent setting has its default")
    func absent() throws {
        #expect(try value(of: port, environment: [:]) == 8001)
    }

    @Test("a given setting has its value, and another case of its name is another name")
    func given() throws {
        #expect(try value(of: port, environment: ["CACHE_PORT": "80", "cache_port": "x"]) == 80)
    }

    @Test(
        "a malformed value is a problem, never the default",
        arguments: ["80a80", "-1", "70000", "1e3", " ", " 80", "80\n"])
    func malformed(_ text: String) throws {
        let found = problems(reading: port, environment: ["CACHE_PORT": text])
        let problem = try #require(found.first)
        #expect(found.count == 1)
        #expect(problem.hasPrefix("CACHE_PORT is \(text.debugDescription): expected a port number from 0 to 65535"))
        #expect(problem.hasSuffix("remove it to use the default (8001)."))
    }

    @Test("an empty value is a problem unless the setting accepts it")
    func empty() throws {
        let note = Setting("NOTE", .string, default: "none", summary: "A note")
        #expect(try value(of: note, environment: ["NOTE": ""]).isEmpty)
        #expect(
            problems(reading: port, environment: ["CACHE_PORT": ""]) == [
                "CACHE_PORT is set but empty: expected a port number from 0 to 65535 (0 takes a free one). "
                    + "Correct it, or remove it to use the default (8001)."
            ])
    }

    @Test("a required setting must be given")
    func required() throws {
        #expect(problems(reading: token, environment: [:]) == ["TOKEN is not set: set it to a text that is not blank."])
        let settings = try SettingsReader(environment: ["TOKEN": "t"])
            .read(SettingsCatalog([SettingsGroup("Test", token)]))
        #expect(try settings[token] == "t")
    }

    @Test("every problem is found at once and printed one a line")
    func everyProblem() {
        let catalog = SettingsCatalog([SettingsGroup("Test", port, environment, token)])
        let reader = SettingsReader(environment: [
            "CACHE_PORT": "x", "STAGE": "production", "CONFIG_FILE": "/nowhere/at all.env",
        ])
        let refused = #expect(throws: ConfigurationProblems.self) { try reader.read(catalog) }
        #expect(Set(refused?.problems.map(\.name) ?? []) == ["CACHE_PORT", "STAGE", "TOKEN", "CONFIG_FILE"])
        let lines = refused?.description.split(separator: "\n") ?? []
        #expect(lines.first == "4 settings can't be used:")
        #expect(lines.count == 5)
    }

    @Test("a value's control characters and its length are kept out of the message")
    func hostileValue() throws {
        let text = "\u{1b}[31m\nPORT is fine" + String(repeating: "x", count: 10_000)
        let problem = try #require(problems(reading: port, environment: ["CACHE_PORT": text]).first)
        #expect(!problem.contains("\n") && !problem.contains("\u{1b}"))
        #expect(problem.count < 400)
    }

    @Test("reading a setting that the catalogue does not declare is refused by name")
    func undeclared() throws {
        let settings = try SettingsReader(environment: [:]).read(SettingsCatalog([SettingsGroup("Test", port)]))
        let refused = #expect(throws: ConfigurationProblems.self) { try settings[environment] }
        #expect(refused?.problems.map(\.name) == ["STAGE"])
    }

    @Test("the exit status is that of a configuration error")
    func exitStatus() {
        // EX_CONFIG in BSD's sysexits.h.
        #expect(ConfigurationProblems.exitStatus == 78)
    }
}
