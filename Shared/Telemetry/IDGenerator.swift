import Synchronization

/// Randomness for ids: one atomic addition a number, where the system's generator takes a call to the kernel, and a request
/// needs half a dozen numbers.
///
/// SplitMix64 (Steele, Lea and Flood, 2014) over a counter that all share, so no number comes twice in one process. The
/// counter's start and a key of 64 bits are the system's, so that two processes do not make the same ids either. Ids are no
/// secrets: for those, use the system's generator.
struct IDGenerator: RandomNumberGenerator {
    private static let counter = Atomic<UInt64>(UInt64.random(in: .min ... .max))
    private static let key = UInt64.random(in: .min ... .max)

    func next() -> UInt64 {
        let position = Self.counter.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        return Self.mixed(Self.mixed(position) ^ Self.key)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
