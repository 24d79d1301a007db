package import GRPCCore

/// How one method of a peer is called.
package struct MethodPolicy: Sendable {
    let method: MethodDescriptor
    let timeout: Duration
    let isIdempotentRead: Bool
    let waitsForConnection: Bool

    /// - Parameters:
    ///   - timeout: the deadline of the whole call, retries included.
    ///   - isIdempotentRead: asked again, up to three times in all, while the peer is unavailable.
    ///   - waitsForConnection: waits (within the deadline) for a peer that is not there yet, instead of failing at once.
    package init(
        _ method: MethodDescriptor, timeout: Duration, isIdempotentRead: Bool, waitsForConnection: Bool = false
    ) {
        self.method = method
        self.timeout = timeout
        self.isIdempotentRead = isIdempotentRead
        self.waitsForConnection = waitsForConnection
    }

    var methodConfig: MethodConfig {
        let retry = RetryPolicy(
            maxAttempts: 3, initialBackoff: .milliseconds(50), maxBackoff: .milliseconds(500), backoffMultiplier: 2,
            retryableStatusCodes: [.unavailable])
        return MethodConfig(
            names: [MethodConfig.Name(service: method.service.fullyQualifiedService, method: method.method)],
            waitForReady: waitsForConnection,
            timeout: timeout,
            maxResponseMessageBytes: RPCPeer.maximumResponseBytes,
            executionPolicy: isIdempotentRead ? .retry(retry) : nil)
    }
}
