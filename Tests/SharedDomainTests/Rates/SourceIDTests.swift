import SharedDomain
import Testing

@Suite("Names of sources")
struct SourceIDTests {
    @Test(
        "1 to 32 of a–z, 0–9 and - make a name",
        arguments: ["ecb", "bok", "er-api-2", "a", String(repeating: "a", count: 32)])
    func accepted(text: String) {
        #expect(SourceID(text)?.description == text)
    }

    @Test(
        "everything else is refused",
        arguments: ["", "ECB", "e cb", "e_cb", "é", "ecb/", "../ecb", "ecb\u{0}", String(repeating: "a", count: 33)])
    func refused(text: String) {
        #expect(SourceID(text) == nil)
    }

    @Test("the ECB's name is the one that is read")
    func ecb() {
        #expect(SourceID("ecb") == .ecb)
    }
}
