/// Powers of ten, made once.
enum PowersOfTen {
    /// 10^34, the first coefficient that is too long.
    static let upper = integers[ExactDecimal.mostDigits].magnitude
    /// 10^0 … 10^38, all that fit 128 bits.
    static let integers: [Int128] = (0...38).map { (0..<$0).reduce(1) { product, _ in product * 10 } }
    /// 10^0 … 10^22, all that binary64 holds exactly.
    static let exactDoubles: [Double] = integers.prefix(23).map { Double($0) }
}
