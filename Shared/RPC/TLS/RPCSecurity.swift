import GRPCNIOTransportHTTP2
package import ServiceLifecycle
package import SharedTelemetry
import X509

/// How calls are protected.
package enum RPCSecurity: Sendable {
    case plaintext
    /// TLS 1.2 or newer (RFC 9325). Clients verify the server's chain and that it is for the host they call, and present
    /// the service's certificate where a server asks for one.
    /// - requiresClientCertificates: whether our server asks for one, and refuses whoever has none of a trusted authority.
    case tls(TLSCredentials, requiresClientCertificates: Bool)

    /// What must run beside server and clients, before them: it keeps the certificates up to date.
    package var services: [any Service] {
        switch self {
        case .plaintext: []
        case .tls(let credentials, _): [credentials]
        }
    }

    /// Declares the metrics of the certificates; there are none without TLS.
    package func register(in registry: MetricsRegistry) {
        if case .tls(let credentials, _) = self { credentials.register(in: registry) }
    }

    /// For a server.
    var ofServer: HTTP2ServerTransport.Posix.TransportSecurity {
        switch self {
        case .plaintext: return .plaintext
        case .tls(let credentials, let requiresClientCertificates):
            let material = credentials.material
            let verifier = PeerCertificateVerifier(
                credentials: credentials, identity: .client, peer: "a client", time: credentials.time)
            return .tls(certificateChain: material.chainBytes, privateKey: material.keyBytes) { tls in
                tls.certificateReloader = credentials
                tls.requireALPN = true
                tls.trustRoots = .certificates(material.authorityBytes)
                guard requiresClientCertificates else { return }
                tls.clientCertificateVerification = .noHostnameVerification
                tls.customVerificationCallback = { verifier.verify($0, $1) }
            }
        }
    }

    /// For a client.
    /// - Parameter peer: the server's name, for the log.
    func ofClient(
        calling identity: PeerCertificateVerifier.Identity, named peer: String
    ) -> HTTP2ClientTransport.Posix.TransportSecurity {
        switch self {
        case .plaintext: return .plaintext
        case .tls(let credentials, _):
            let material = credentials.material
            let verifier = PeerCertificateVerifier(
                credentials: credentials, identity: identity, peer: peer, time: credentials.time)
            return .mTLS(certificateChain: material.chainBytes, privateKey: material.keyBytes) { tls in
                tls.certificateReloader = credentials
                tls.trustRoots = .certificates(material.authorityBytes)
                // The transport compares the host once more, unless no host is expected.
                if case .server = identity {} else { tls.serverCertificateVerification = .noHostnameVerification }
                tls.customVerificationCallback = { verifier.verify($0, $1) }
            }
        }
    }
}

extension TLSMaterial {
    /// The forms in which the transport takes them at its start; afterwards it asks the credentials.
    fileprivate var chainBytes: [TLSConfig.CertificateSource] { chainDER.map { .bytes($0, format: .der) } }
    fileprivate var keyBytes: TLSConfig.PrivateKeySource { .bytes(keyDER, format: .der) }
    fileprivate var authorityBytes: [TLSConfig.CertificateSource] { authoritiesDER.map { .bytes($0, format: .der) } }
}
