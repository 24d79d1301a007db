// swift-tools-version: 6.2
import PackageDescription

// What each target may use is written here and nowhere else; docs/architecture.md says why.

let libraries: [[Target]] = [
    shared("Domain", [.bigInt]),
    shared("Contracts", ["SharedDomain", .protobuf, .grpc, .grpcProtobuf]),
    shared("Config", []),
    shared("Resilience", ["SharedDomain"]),
    shared(
        "Telemetry", ["SharedDomain", .asyncHTTPClient, .logging, .nioCore, .nioHTTP1, .serviceContext],
        tests: [.hummingbird, .hummingbirdTesting, .lifecycle]),
    shared("Database", ["SharedDomain", .grdb, .logging]),
    shared(
        "RPC",
        [
            "SharedDomain", "SharedContracts", "SharedTelemetry", .grpc, .grpcProtobuf, .grpcTransport,
            .lifecycle, .logging, .nioCertificateReloading, .nioCore, .nioSSL, .protobuf, .serviceContext,
            .swiftASN1, .x509,
        ],
        tests: [.crypto]),
    shared(
        "Messaging",
        [
            "SharedDomain", "SharedContracts", "SharedDatabase", "SharedResilience", "SharedRPC",
            "SharedTelemetry", .grdb, .grpc, .lifecycle, .logging, .protobuf, .serviceContext,
        ]),
    shared(
        "HTTP",
        [
            "SharedDomain", "SharedTelemetry", .asyncHTTPClient, .crypto, .hummingbird, .hummingbirdCore, .httpTypes,
            .jwtKit, .lifecycle, .logging, .nioCore, .nioEmbedded, .nioHTTP1, .nioHTTPCompression, .nioHTTPTypes,
            .serviceContext,
        ],
        tests: [.hummingbirdTesting, .nioPosix], resources: [.embedInCode("Docs/Page")]),
    shared(
        "Runtime",
        [
            "SharedDomain", "SharedConfig", "SharedDatabase", "SharedHTTP", "SharedMessaging", "SharedRPC",
            "SharedTelemetry", .argumentParser, .asyncHTTPClient, .grdb, .grpc, .lifecycle, .logging, .nioCore,
            .nioHTTP1,
            .unixSignals,
        ]),
    shared(
        "Testing",
        [
            "SharedDomain", "SharedDatabase", "SharedHTTP", "SharedTelemetry", .grdb, .httpTypes, .hummingbird,
            .hummingbirdTesting, .lifecycle, .logging, .nioCore,
        ],
        tested: false),
]

let services: [[Target]] = [
    service("Currency", product: "currency-service"),
    service("History", product: "history-service"),
    service("Ranking", product: "ranking-service", [.crypto]),
    service(
        "Ingestor", product: "data-ingestor", [.asyncHTTPClient, .crypto, .nioHTTP1],
        resources: [.copy("Seed")]),
]

/// How fast the edge is beside the server it stands on, and what many open streams cost: make bench-edge, make
/// bench-currency.
let benchmarks: [Target] = [
    .executableTarget(
        name: "edge-benchmark",
        dependencies: [
            "SharedDomain", "SharedHTTP", "SharedTelemetry", .hummingbird, .lifecycle, .logging, .nioCore,
        ],
        path: "Tests/Benchmarks/Edge", swiftSettings: .strict),
    .executableTarget(
        name: "stream-benchmark",
        dependencies: [
            "SharedDomain", "SharedContracts", "SharedMessaging", "SharedRPC", .grpc, .nioCore, .nioPosix,
        ],
        path: "Tests/Benchmarks/Stream", swiftSettings: .strict),
]

let wholeSystemTests: [Target] = [
    wholeSystemTest(
        "SystemTests", using: ["CurrencyService", "HistoryService", "RankingService", "IngestorService"]),
    wholeSystemTest(
        "ProcessTests", using: ["currency-service", "history-service", "ranking-service", "data-ingestor"]),
]

let package = Package(
    name: "CurrencyTravel",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
        .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
        .package(url: "https://github.com/grpc/grpc-swift-protobuf", from: "2.4.1"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-service-context", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: libraries.flatMap { $0 } + services.flatMap { $0 } + benchmarks + wholeSystemTests
)

/// A library in `Shared/<name>`, with its tests in `Tests/Shared<name>Tests`, which may use `tests` besides.
func shared(
    _ name: String, _ dependencies: [Target.Dependency], tested: Bool = true, tests: [Target.Dependency] = [],
    resources: [Resource] = []
) -> [Target] {
    let library = Target.target(
        name: "Shared\(name)", dependencies: dependencies, path: "Shared/\(name)", resources: resources,
        swiftSettings: .strict)
    guard tested else { return [library] }
    return [
        library,
        .testTarget(
            name: "Shared\(name)Tests",
            dependencies: [.byName(name: "Shared\(name)"), "SharedTesting"] + dependencies + tests,
            swiftSettings: .strict),
    ]
}

/// A service: a library, the executable that runs it, and its tests.
func service(
    _ name: String, product: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> [Target] {
    let common: [Target.Dependency] = .everyShared + [.grdb, .grpc, .hummingbird, .lifecycle, .logging, .nioCore]
    return [
        .target(
            name: "\(name)Service", dependencies: common + dependencies, path: "Services/\(name)", exclude: ["Main"],
            resources: resources, swiftSettings: .strict),
        .executableTarget(
            name: product, dependencies: [.byName(name: "\(name)Service"), "SharedRuntime", .argumentParser],
            path: "Services/\(name)/Main", swiftSettings: .strict),
        .testTarget(
            name: "\(name)ServiceTests",
            dependencies: [.byName(name: "\(name)Service"), "SharedTesting", .hummingbirdTesting] + common
                + dependencies,
            swiftSettings: .strict),
    ]
}

/// Tests of the four services together.
func wholeSystemTest(_ name: String, using services: [Target.Dependency]) -> Target {
    let others: [Target.Dependency] = .everyShared + ["SharedTesting", .asyncHTTPClient, .grdb, .nioHTTP1]
    return .testTarget(name: name, dependencies: services + others, swiftSettings: .strict)
}

extension [SwiftSetting] {
    /// The settings of every target of ours.
    static var strict: Self {
        [
            .treatAllWarnings(as: .error),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ]
    }
}

extension [Target.Dependency] {
    /// Every shared library that a service may use.
    static var everyShared: Self {
        [
            "SharedDomain", "SharedContracts", "SharedConfig", "SharedResilience", "SharedTelemetry",
            "SharedDatabase", "SharedRPC", "SharedMessaging", "SharedHTTP", "SharedRuntime",
        ]
    }
}

extension Target.Dependency {
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
    static var asyncHTTPClient: Self { .product(name: "AsyncHTTPClient", package: "async-http-client") }
    static var bigInt: Self { .product(name: "BigInt", package: "BigInt") }
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var grpc: Self { .product(name: "GRPCCore", package: "grpc-swift-2") }
    static var grpcProtobuf: Self { .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf") }
    static var grpcTransport: Self { .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport") }
    static var httpTypes: Self { .product(name: "HTTPTypes", package: "swift-http-types") }
    static var hummingbird: Self { .product(name: "Hummingbird", package: "hummingbird") }
    static var hummingbirdCore: Self { .product(name: "HummingbirdCore", package: "hummingbird") }
    static var hummingbirdTesting: Self { .product(name: "HummingbirdTesting", package: "hummingbird") }
    static var jwtKit: Self { .product(name: "JWTKit", package: "jwt-kit") }
    static var lifecycle: Self { .product(name: "ServiceLifecycle", package: "swift-service-lifecycle") }
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var nioCertificateReloading: Self {
        .product(name: "NIOCertificateReloading", package: "swift-nio-extras")
    }
    static var nioCore: Self { .product(name: "NIOCore", package: "swift-nio") }
    static var nioEmbedded: Self { .product(name: "NIOEmbedded", package: "swift-nio") }
    static var nioHTTP1: Self { .product(name: "NIOHTTP1", package: "swift-nio") }
    static var nioHTTPCompression: Self { .product(name: "NIOHTTPCompression", package: "swift-nio-extras") }
    static var nioHTTPTypes: Self { .product(name: "NIOHTTPTypes", package: "swift-nio-extras") }
    static var nioPosix: Self { .product(name: "NIOPosix", package: "swift-nio") }
    static var nioSSL: Self { .product(name: "NIOSSL", package: "swift-nio-ssl") }
    static var protobuf: Self { .product(name: "SwiftProtobuf", package: "swift-protobuf") }
    static var serviceContext: Self { .product(name: "ServiceContextModule", package: "swift-service-context") }
    static var swiftASN1: Self { .product(name: "SwiftASN1", package: "swift-asn1") }
    static var unixSignals: Self { .product(name: "UnixSignals", package: "swift-service-lifecycle") }
    static var x509: Self { .product(name: "X509", package: "swift-certificates") }
}
