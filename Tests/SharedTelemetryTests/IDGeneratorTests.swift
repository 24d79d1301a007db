import Testing

@testable import SharedTelemetry

@Suite("ids")
struct IDGeneratorTests {
    @Test("no number comes twice, from however many tasks")
    func unique() async {
        let numbers = await withTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<5000).map { _ in IDGenerator().next() } }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(numbers).count == 40_000)
    }

    // Of 40,000 fair coins 20,000 +- 100 show heads; six times that is left to chance once in 500 million runs a bit.
    @Test("every bit is set half of the time, and follows from no neighbour")
    func balance() {
        let generator = IDGenerator()
        let numbers = (0..<40_000).map { _ in generator.next() }
        let changes = zip(numbers, numbers.dropFirst()).map { $0 ^ $1 }
        for bit in 0..<64 {
            for count in [numbers, changes].map({ $0.count { $0 >> UInt64(bit) & 1 == 1 } }) {
                #expect((19_400...20_600).contains(count), "bit \(bit)")
            }
        }
    }

    @Test(
        "hexadecimal has all its digits, and only they are read",
        arguments: [(0 as UInt16, "0000"), (1, "0001"), (0xABCD, "abcd"), (0x0F90, "0f90"), (.max, "ffff")])
    func hexadecimal(_ number: UInt16, _ text: String) {
        #expect(Hex.text(of: number) == text)
        #expect(Hex.number(text) == number)
        for wrong in [
            text.dropLast() + "G", "+" + text.dropFirst(), "0" + text, text.dropFirst() + "",
            text.dropLast() + "\u{301}",
        ] {
            #expect(Hex.number(wrong) as UInt16? == nil)
        }
    }

    @Test("two numbers are written one after the other")
    func pair() {
        #expect(Hex.text(of: 1, 0xFEDC_BA98_7654_3210) == "0000000000000001fedcba9876543210")
    }
}
