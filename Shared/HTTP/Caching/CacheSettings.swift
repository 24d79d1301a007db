/// The bounds of what the edge keeps in memory.
package struct CacheSettings: Sendable, Equatable {
    /// The most bytes of bodies, plain and compressed together. 0 keeps none.
    package var maximumBytes = 64 * 1024 * 1024
    /// The most bodies.
    package var maximumBodies = 4096
    /// The largest body that is kept, in bytes.
    package var largestBody = 4 * 1024 * 1024
    /// The most targets whose decoding is remembered. 0 remembers none.
    package var maximumTargets = 4096
    /// The longest target that is remembered, in bytes.
    package var longestTarget = 1024

    /// The usual bounds.
    package init() {}
}
