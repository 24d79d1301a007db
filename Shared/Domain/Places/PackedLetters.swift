/// Short codes of ASCII capitals as integers: each letter a digit of base 26, the first the highest, so that codes of
/// one length compare as integers the way they do as texts.
enum PackedLetters {
    /// Exactly `length` ASCII letters of either case, or nil.
    static func pack(_ text: some StringProtocol, length: Int) -> UInt16? {
        var packed: UInt16 = 0
        var count = 0
        for byte in text.utf8 {
            let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
            guard count < length, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { return nil }
            packed = packed * 26 + UInt16(upper - UInt8(ascii: "A"))
            count += 1
        }
        return count == length ? packed : nil
    }

    /// The letters that were packed.
    static func unpack(_ packed: UInt16, length: Int) -> String {
        var letters: [UInt8] = []
        var rest = packed
        for _ in 0..<length {
            letters.append(UInt8(rest % 26) + UInt8(ascii: "A"))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
