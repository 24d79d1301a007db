import Foundation
import SharedConfig
import Testing

@Suite("secrets")
struct SecretSettingTests {
    private let key = Setting<Int?>(
        "API_KEY", .optional(.int(in: 1...9)), default: nil, isSecret: true, summary: "A key")
    private let password = Setting("PASSWORD", .string, default: "", isSecret: true, summary: "A password")

    @Test("a secret's value is never printed")
    func neverPrinted() throws {
        let found = problems(reading: key, environment: ["API_KEY": "hunter2"])
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.hasPrefix("API_KEY has a value, not shown here") && !$0.contains("hunter2") })
    }

    @Test(
        "a secret may come from a file, whose last line end is not part of it",
        arguments: ["s3 cret", "s3 cret\n", "s3 cret\r\n"])
    func fromFile(_ content: String) throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("secret", content)
            #expect(try value(of: password, environment: ["PASSWORD_FILE": path]) == "s3 cret")
        }
    }

    @Test("only one line end is taken off")
    func oneLineEnd() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("secret", " a\n\n")
            #expect(try value(of: password, environment: ["PASSWORD_FILE": path]) == " a\n")
        }
    }

    @Test("a malformed secret from a file names the file, not the value")
    func malformedInFile() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("secret", "hunter2\n")
            let problem = try #require(problems(reading: key, environment: ["API_KEY_FILE": path]).first)
            #expect(problem.contains(path) && !problem.contains("hunter2"))
        }
    }

    @Test("a value and a file together are a problem")
    func both() throws {
        try withTemporaryFolder { folder in
            let path = try folder.file("secret", "5")
            #expect(
                problems(reading: key, environment: ["API_KEY": "hunter2", "API_KEY_FILE": path])
                    == ["API_KEY and API_KEY_FILE are both set: remove one of them."])
        }
    }

    @Test("a file that is missing, a folder, too large or not text is a problem of the variable that names it")
    func unusableFiles() throws {
        try withTemporaryFolder { folder in
            let limit = SettingsReader.maximumSecretBytes
            let cases = [
                (folder.url.appending(path: "missing").path, "does not exist"),
                (folder.url.path, "is a folder"),
                (try folder.file("large", String(repeating: "x", count: limit + 1)), "is larger than \(limit) bytes"),
                (try folder.file("binary", bytes: Data([0xff, 0xfe, 0x00])), "is not UTF-8 text"),
                ("", "does not exist"),
            ]
            for (path, reason) in cases {
                let found = problems(reading: password, environment: ["PASSWORD_FILE": path])
                #expect(found.count == 1)
                #expect(found.allSatisfy { $0.hasPrefix("PASSWORD_FILE names ") && $0.contains(reason) })
            }
        }
    }

    @Test("a secret of exactly the largest size is read")
    func largest() throws {
        try withTemporaryFolder { folder in
            let text = String(repeating: "x", count: SettingsReader.maximumSecretBytes)
            let path = try folder.file("large", text)
            #expect(try value(of: password, environment: ["PASSWORD_FILE": path]) == text)
        }
    }

    @Test("a value in the environment wins over a file named in the settings file")
    func precedence() throws {
        try withTemporaryFolder { folder in
            let secret = try folder.file("secret", "from the file")
            let config = try folder.file("settings.env", "PASSWORD_FILE=\(secret)\n")
            #expect(try value(of: password, environment: ["CONFIG_FILE": config]) == "from the file")
            #expect(try value(of: password, environment: ["CONFIG_FILE": config, "PASSWORD": "direct"]) == "direct")
        }
    }

    @Test("a setting that is no secret is not read from a file")
    func notSecret() throws {
        try withTemporaryFolder { folder in
            let config = try folder.file("settings.env", "PORT_FILE=/etc/passwd\n")
            let port = Setting("PORT", .port, default: 1, summary: "A port")
            #expect(problems(reading: port, environment: ["CONFIG_FILE": config]).count == 1)
        }
    }
}
