/// Where the edge listens, and every bound it keeps.
package struct EdgeSettings: Sendable {
    /// The address to listen on.
    package var host: String
    /// The port to listen on; 0 takes any free one.
    package var port: Int
    /// The name of the setting that gives the port, for the message that says it is taken.
    package var portSetting: String
    /// The most connections at once; further ones wait in the kernel's queue.
    package var maximumConnections = 4096
    /// How long a connection may stay open without a request, or in the middle of one that does not go on.
    package var idleTimeout: Duration = .seconds(60)
    /// How long reading a request's body may take, and how long a handler may take after that.
    package var requestTimeLimit: Duration = .seconds(10)
    /// The largest request body, in bytes.
    package var maximumBodyBytes = 256 * 1024
    /// The largest header field and the largest sum of them, in bytes.
    package var maximumHeaderBytes = 16 * 1024
    /// The most header fields.
    package var maximumHeaderFields = 100
    /// The longest path and query together, in bytes.
    package var maximumTargetBytes = 8 * 1024
    /// What `Retry-After` says when an answer is not ready, in seconds.
    package var retryAfterSeconds = 5

    /// Settings with the usual bounds.
    package init(host: String, port: Int, portSetting: String) {
        self.host = host
        self.port = port
        self.portSetting = portSetting
    }
}
