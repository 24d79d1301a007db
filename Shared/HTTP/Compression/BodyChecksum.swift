import NIOCore

/// What stands at the end of a compressed body, for the reader to see that it has it all.
enum BodyChecksum {
    /// Of gzip (RFC 1952, section 2.3.1): the check and the length, the lowest byte first.
    case cyclic(CyclicRedundancyCheck)
    /// Of zlib (RFC 1950, section 2.2): the checksum, the highest byte first.
    case adler(AdlerChecksum)

    /// Takes what comes next of the body.
    mutating func add(_ bytes: ByteBuffer) {
        switch self {
        case .cyclic(var check):
            bytes.withUnsafeReadableBytes { check.add($0) }
            self = .cyclic(check)
        case .adler(var checksum):
            bytes.withUnsafeReadableBytes { checksum.add($0) }
            self = .adler(checksum)
        }
    }

    /// Writes it, as of all that was taken.
    func write(to buffer: inout ByteBuffer) {
        switch self {
        case .cyclic(let check):
            buffer.writeInteger(check.value, endianness: .little)
            buffer.writeInteger(check.length, endianness: .little)
        case .adler(let checksum):
            buffer.writeInteger(checksum.value, endianness: .big)
        }
    }
}

/// CRC-32 (RFC 1952, section 8), and the length that gzip wants beside it.
struct CyclicRedundancyCheck {
    /// The remainder of every byte, for the reflected polynomial.
    private static let remainders = (UInt32(0)..<256).map { byte in
        (0..<8).reduce(byte) { rest, _ in rest & 1 == 0 ? rest >> 1 : rest >> 1 ^ 0xEDB8_8320 }
    }

    private var remainder = UInt32.max
    /// How many bytes were taken, modulo 2^32.
    private(set) var length: UInt32 = 0

    var value: UInt32 { ~remainder }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt32(truncatingIfNeeded: bytes.count)
        remainder = Self.remainders.withUnsafeBufferPointer { remainders in
            bytes.reduce(remainder) { rest, byte in
                remainders[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8
            }
        }
    }
}

/// Adler-32 (RFC 1950, section 8.2).
struct AdlerChecksum {
    private static let modulus: UInt32 = 65_521
    /// After how many bytes at the latest the sums must be reduced to stay within 32 bits.
    private static let stepBytes = 5552

    private var sum: UInt32 = 1
    private var sumOfSums: UInt32 = 0

    var value: UInt32 { sumOfSums << 16 | sum }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            for byte in rest.prefix(Self.stepBytes) {
                sum += UInt32(byte)
                sumOfSums += sum
            }
            sum %= Self.modulus
            sumOfSums %= Self.modulus
            rest = rest.dropFirst(Self.stepBytes)
        }
    }
}
