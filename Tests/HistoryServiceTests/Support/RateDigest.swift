/// What exact fractions say of every point of a pair: the FNV-1a of the lines "day rate change percent", and the middle
/// line in clear.
struct RateDigest: Sendable, CustomStringConvertible {
    let target: String
    let base: String
    let digits: Int
    let count: Int
    let digest: UInt64
    let middle: String

    var description: String { "\(target)/\(base) at \(digits) digits" }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo), of the lines, each with its line feed.
    static func digest(of lines: [String]) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines {
            for byte in line.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
            value = (value ^ UInt64(UInt8(ascii: "\n"))) &* 0x100_0000_01B3
        }
        return value
    }
}
