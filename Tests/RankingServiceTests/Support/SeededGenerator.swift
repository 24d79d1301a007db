/// The same numbers in every run: a linear congruential generator with Knuth's constants (MMIX).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // The lower bits of such a generator have short periods.
        return state >> 32 | (state &* 0x9E37_79B9_7F4A_7C15) << 32
    }
}
