import Foundation
import SharedConfig
import Testing

@Suite("kinds of settings")
struct SettingKindTests {
    @Test(
        "text that is not exactly a port is refused",
        arguments: ["80a80", "-1", "70000", "65536", "1e3", "", " ", " 80", "80 ", "+80", "080", "0x50", "8_0", "٨٠"])
    func malformedPort(_ text: String) {
        #expect(SettingKind.port.parse(text) == nil)
    }

    @Test("a port is 0 to 65535", arguments: [("0", 0), ("1", 1), ("8001", 8001), ("65535", 65535)])
    func port(_ text: String, _ port: Int) {
        #expect(SettingKind.port.parse(text) == port)
    }

    @Test("a whole number lies in its range, both ends included")
    func numberInRange() {
        let kind = SettingKind.int(in: -2...3)
        #expect(["-3", "-2", "3", "4", "2.0", "99999999999999999999"].map(kind.parse) == [nil, -2, 3, nil, nil, nil])
    }

    @Test(
        "seconds become a duration",
        arguments: [("60", 60), ("1", 1), ("0", nil), ("61", nil), ("1.5", nil), ("1s", nil)])
    func seconds(_ text: String, _ seconds: Int?) {
        #expect(SettingKind.seconds(in: 1...60).parse(text) == seconds.map { .seconds($0) })
    }

    @Test("a choice is spelt exactly as listed", arguments: ["Local", "LOCAL", "production", "local ", ""])
    func malformedChoice(_ text: String) {
        #expect(SettingKind<DeploymentEnvironment>.choice.parse(text) == nil)
    }

    @Test("a choice says what it accepts")
    func choices() {
        #expect(SettingKind<DeploymentEnvironment>.choice.expected == "one of local, dev, staging, prod")
        let parsed = ["local", "dev", "staging", "prod"].map(SettingKind<DeploymentEnvironment>.choice.parse)
        #expect(parsed == [.local, .dev, .staging, .prod])
    }

    @Test("only true and false are yes and no", arguments: ["TRUE", "yes", "1", "0", "on", " true", ""])
    func malformedBool(_ text: String) {
        #expect(SettingKind.bool.parse(text) == nil)
        #expect(SettingKind.bool.parse("true") == true)
        #expect(SettingKind.bool.parse("false") == false)
    }

    @Test("a blank text is no text", arguments: ["", " ", "\t \n"])
    func blank(_ text: String) {
        #expect(SettingKind.nonEmpty.parse(text) == nil)
        #expect(SettingKind<URL>.directory.parse(text) == nil)
        #expect(SettingKind.string.parse(text) == text)
    }

    @Test("spaces round the items of a list do not count")
    func list() {
        #expect(SettingKind.list(of: .int(in: 1...9), atMost: 3).parse("1, 2 ,3") == [1, 2, 3])
    }

    @Test(
        "a list with an empty, repeated, malformed or surplus item is refused",
        arguments: ["1,,2", "1,", ",1", "1,1", "1,x", "1,2,3,4", " "])
    func malformedList(_ text: String) {
        #expect(SettingKind.list(of: .int(in: 1...9), atMost: 3).parse(text) == nil)
    }

    @Test("an optional kind refuses what its kind refuses")
    func optional() {
        let kind = SettingKind<Int?>.optional(.port)
        #expect(kind.parse("80a80") == .none)
        #expect(kind.parse("80") == .some(80))
        #expect(kind.format(nil) == "none")
    }

    @Test("a time zone is a place or UTC", arguments: ["Asia/Seul", "KST", "GMT+9", "+09:00", "asia/seoul", ""])
    func malformedTimeZone(_ text: String) {
        #expect(SettingKind.timeZone.parse(text) == nil)
    }

    @Test("a known time zone is taken", arguments: ["Asia/Seoul", "Europe/Berlin", "UTC"])
    func timeZone(_ text: String) {
        #expect(SettingKind.timeZone.parse(text) == TimeZone(identifier: text))
    }

    @Test("the default of every ready-made kind reads back as itself")
    func roundTrip() {
        #expect(SettingKind<URL>.directory.parse("./data").map(SettingKind<URL>.directory.format) == "./data")
        #expect(SettingKind<URL>.url.parse("http://a:1/b").map(SettingKind<URL>.url.format) == "http://a:1/b")
        #expect(SettingKind.seconds(in: 1...9).format(.seconds(7)) == "7")
        #expect(SettingKind.list(of: .int(in: 1...9), atMost: 3).format([1, 2]) == "1,2")
    }
}
