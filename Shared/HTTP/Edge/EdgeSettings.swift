/// Where the edge listens, and every bound it keeps.
package struct EdgeSettings: Sendable {
    /// The address to listen on.
    package var host: String
    /// The port to listen on; 0 takes any free one.
    package var port: Int
    /// The name of the setting that gives the port, for the message that says it is taken.
    package var portSetting: String

    /// The most connections at once; further ones wait in the kernel's queue. A few more may be accepted in one go.
    package var maximumConnections = 10_000
    /// The most connections at once from one IPv4 address or one /64 network of IPv6; further ones are closed.
    package var maximumConnectionsPerClient = 256
    /// Where the proxies in front of the service are, who speak for many clients: no bound of their own.
    package var trustedProxies: [IPNetwork] = []
    /// How long a connection may stay open without a request, or in the middle of one that does not go on.
    package var idleTimeout: Duration = .seconds(60)
    /// How long the head of a request may take from its first byte, and a body that nobody reads from our answer.
    package var headTimeLimit: Duration = .seconds(10)
    /// How long a client may not read at all while we write.
    package var writeTimeLimit: Duration = .seconds(30)
    /// The most requests of one connection that wait for their answers; after so many it is closed.
    package var maximumPipelinedRequests = 64
    /// The most requests of one connection, after which it is closed; nil is no bound.
    package var maximumRequestsPerConnection: Int?
    /// How old a connection may be when it gets its last answer; nil is no bound.
    package var maximumConnectionAge: Duration?

    /// How long reading a request's body may take, and how long a handler may take after that.
    package var requestTimeLimit: Duration = .seconds(30)
    /// The largest request body, in bytes.
    package var maximumBodyBytes = 1_048_576
    /// The largest header field and the largest sum of them, in bytes.
    package var maximumHeaderBytes = 16 * 1024
    /// The most header fields.
    package var maximumHeaderFields = 100
    /// The longest path and query together, in bytes.
    package var maximumTargetBytes = 8 * 1024
    /// What `Retry-After` says when an answer is not ready, in seconds.
    package var retryAfterSeconds = 5

    /// What every answer says to browsers.
    package var commonHeaders = CommonHeaders()

    /// Settings with the usual bounds.
    package init(host: String, port: Int, portSetting: String) {
        self.host = host
        self.port = port
        self.portSetting = portSetting
    }
}
