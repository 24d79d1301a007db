import Foundation
import Testing

@testable import SharedConfig

@Suite("the settings file")
struct SettingsFileTests {
    private let port = Setting("CACHE_PORT", .port, default: 8001, summary: "A port")
    private let name = Setting("NAME", .string, default: "", summary: "A name")

    @Test("the file gives values, and the environment wins over it")
    func precedence() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("settings.env", "# ports\n\n CACHE_PORT = 81 \r\n")
            #expect(try value(of: port, environment: ["CONFIG_FILE": path]) == 81)
            #expect(try value(of: port, environment: ["CONFIG_FILE": path, "CACHE_PORT": "82"]) == 82)
        }
    }

    @Test("lines, comments, quotes and line ends are understood")
    func syntax() {
        let file = SettingsFile(
            path: "f", text: "\u{FEFF}# a comment\r\nA=1\r\n\n  B = two words \nC=\"x # y\"\nD='\"'\nE=\nF==\nG=a#b")
        #expect(file.problems.isEmpty)
        #expect(
            file.entries.mapValues(\.value) == [
                "A": "1", "B": "two words", "C": "x # y", "D": "\"", "E": "", "F": "=", "G": "a#b",
            ])
        #expect(file.entries["C"]?.line == 5)
    }

    @Test(
        "a malformed line is a problem with its number, and its text is not repeated",
        arguments: [
            "hunter2", "=hunter2", "key=hunter2", "9A=hunter2", "A B=hunter2", "KEY='hunter2", "KEY=\"hunter2\" x",
            "KEY=\"", "KEY=hunter2 # mine", "export KEY=hunter2", "Ａ=hunter2",
        ])
    func malformed(_ line: String) throws {
        let file = SettingsFile(path: "f.env", text: "A=1\n\(line)\n")
        let problem = try #require(file.problems.first)
        #expect(file.problems.count == 1)
        #expect(problem.description.hasPrefix("CONFIG_FILE (line 2 of f.env) "))
        #expect(!problem.description.contains("hunter2"))
    }

    @Test("a name that is set twice is a problem that names both lines")
    func duplicate() {
        let file = SettingsFile(path: "f.env", text: "A=1\n\nA=1\n")
        #expect(
            file.problems.map(\.description)
                == ["CONFIG_FILE (line 3 of f.env) sets A again, after line 1: remove one of them."])
    }

    @Test("an unknown name is a problem with its line and the name that was meant")
    func unknown() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("settings.env", "CACHE_PROT=81\nWEATHER=fine\n")
            #expect(
                problems(reading: port, environment: ["CONFIG_FILE": path]) == [
                    "CONFIG_FILE (line 1 of \(path)) sets CACHE_PROT, which is not a setting: did you mean CACHE_PORT?",
                    "CONFIG_FILE (line 2 of \(path)) sets WEATHER, which is not a setting: remove it.",
                ])
        }
    }

    @Test("a file that several services share may hold the others' names")
    func namesOfOthers() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("settings.env", "HISTORY_ADDRESS=history:9003\nWEATHER=fine\n")
            #expect(
                problems(reading: port, environment: ["CONFIG_FILE": path], namesOfOthers: ["WEATHER"]).isEmpty)
        }
    }

    @Test("a malformed value names the file and the line")
    func malformedValue() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("settings.env", "\nCACHE_PORT=80a80\n")
            let found = problems(reading: port, environment: ["CONFIG_FILE": path])
            #expect(found.count == 1)
            #expect(found.allSatisfy { $0.hasPrefix("CACHE_PORT (line 2 of \(path)) is \"80a80\": expected") })
        }
    }

    @Test("a file that names another file is a problem")
    func nested() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("settings.env", "CONFIG_FILE=other.env\n")
            let found = problems(reading: port, environment: ["CONFIG_FILE": path])
            #expect(found.count == 1)
            #expect(found.allSatisfy { $0.contains("which only the environment can") })
        }
    }

    @Test("a settings file that can't be read is a problem", arguments: ["", "/nowhere/settings.env", "/"])
    func unreadable(_ path: String) {
        let found = problems(reading: port, environment: ["CONFIG_FILE": path])
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.hasPrefix("CONFIG_FILE ") })
    }

    @Test("a settings file beyond its bound is refused")
    func tooLarge() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file(
                "settings.env", String(repeating: "#\n", count: SettingsFile.maximumBytes / 2 + 1))
            let found = problems(reading: port, environment: ["CONFIG_FILE": path])
            #expect(found.count == 1)
            #expect(found.allSatisfy { $0.contains("is larger than") })
        }
    }
}
