/// What bounds the way to a collector.
package enum OTLPLimits {
    /// The most spans that wait; later ones are dropped and counted.
    package static let queue = 2048
    /// The most spans of one request.
    package static let batch = 512
    /// How often spans are sent that do not fill a batch.
    package static let interval = Duration.seconds(5)
    /// How long one request may take, its answer included.
    package static let deadline = Duration.seconds(10)
    /// How often a batch is tried at all.
    package static let attempts = 4
    /// How long is waited before the second attempt; doubled for each further one.
    static let firstPause = Duration.seconds(1)
    /// The longest pause, whatever a collector asks for.
    package static let longestPause = Duration.seconds(30)
    /// How long is left, once stopped, for what still waits.
    package static let flush = Duration.seconds(2)
    /// The most bytes of an answer that are read.
    static let answerBytes = 64 * 1024
}
