/// Comparison whose duration does not depend on where two texts differ.
enum ConstantTime {
    /// Whether the octets are the same. How long they are is not kept secret.
    static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        var difference: UInt8 = 0
        for index in one.indices { difference |= one[index] ^ other[index] }
        return difference == 0
    }
}
