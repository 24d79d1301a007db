/// Powers of ten, made once.
enum DecimalPowers {
    /// 10^0 … 10^38: all that 128 bits hold.
    static let integers: [UInt128] = (0...38).map { (0..<$0).reduce(1) { product, _ in product * 10 } }
    /// 10^0 … 10^22: all that binary64 holds exactly.
    private static let doubles = integers.prefix(23).map { Double($0) }

    /// How many decimal digits the number has; 1 for zero.
    static func digits(of value: UInt128) -> Int {
        // 1233 / 4096 is log10(2) to five digits, enough for 128 bits: the guess is the count or one less.
        let bits = 128 - value.leadingZeroBitCount
        let guess = (bits * 1233) >> 12
        return max(1, value >= integers[guess] ? guess + 1 : guess)
    }

    /// digits × 10^exponent. Correctly rounded for digits below 2^53 and an exponent of at most 22 either way, which
    /// is one operation on exact numbers; within a few units of the last place beyond.
    static func double(_ digits: Double, tenTo exponent: Int) -> Double {
        var (value, rest) = (digits, exponent.magnitude)
        while rest > 0 {
            let step = min(Int(rest), doubles.count - 1)
            value = exponent < 0 ? value / doubles[step] : value * doubles[step]
            rest -= UInt(step)
        }
        return value
    }
}
