package import Foundation

/// How calls between the services are protected, the same for every service.
package enum RPCSecuritySettings {
    /// The certificate of this service.
    package static let certificateFile = Setting<URL?>(
        "GRPC_TLS_CERTIFICATE_FILE", .optional(.file), default: nil, describedAs: "none: gRPC in plaintext",
        summary:
            "The certificate of this service and those between it and its authority, as PEM; with it gRPC speaks TLS, "
            + "as a server and as a client; read again when it changes")
    /// The certificate's private key.
    package static let keyFile = Setting<URL?>(
        "GRPC_TLS_KEY_FILE", .optional(.file), default: nil,
        summary: "The private key of GRPC_TLS_CERTIFICATE_FILE, as PEM without a passphrase")
    /// The authorities that are trusted.
    package static let authoritiesFile = Setting<URL?>(
        "GRPC_TLS_CA_FILE", .optional(.file), default: nil,
        summary: "The certificates of the authorities whose certificates are trusted in calls, as PEM")
    /// Whether clients must show a certificate.
    package static let clientCertificates = Setting<RPCSecurityConfig.ClientCertificates>(
        "GRPC_TLS_CLIENT_CERTIFICATES", .choice, default: .off,
        summary: "Whether clients must present a certificate of an authority in GRPC_TLS_CA_FILE (mutual TLS)")
    /// Where plaintext is allowed.
    package static let plaintext = Setting<RPCSecurityConfig.Plaintext>(
        "GRPC_PLAINTEXT", .choice, default: .loopback,
        summary:
            "Where gRPC without TLS is allowed: within this machine only, or anywhere, as in a network that is "
            + "private by other means")

    /// All of them, for a service's catalogue.
    package static let group = SettingsGroup(
        "gRPC security", certificateFile, keyFile, authoritiesFile, clientCertificates, plaintext)
}
