import SharedDomain

/// The changes of the latest rates, for whoever listens.
final class RateStream: Sendable {
    private let layers: RateLayers
    private let time: TimeSource

    init(layers: RateLayers, time: TimeSource) {
        self.layers = layers
        self.time = time
    }
}
