/// Powers of ten in binary64, made once.
enum DecimalPowers {
    /// 10^0 … 10^22: all that binary64 holds exactly.
    private static let exact: [Double] = (0...22).map { (0..<$0).reduce(1) { product, _ in product * 10 } }

    /// digits × 10^exponent. Correctly rounded for digits below 2^53 and an exponent of at most 22 either way, which
    /// is one operation on exact numbers; within a few units of the last place beyond.
    static func double(_ digits: Double, tenTo exponent: Int) -> Double {
        var (value, rest) = (digits, exponent.magnitude)
        while rest > 0 {
            let step = min(Int(rest), exact.count - 1)
            value = exponent < 0 ? value / exact[step] : value * exact[step]
            rest -= UInt(step)
        }
        return value
    }
}
