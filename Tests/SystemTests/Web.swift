import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SharedTesting

/// An answer over HTTP, as a client sees it.
struct WebAnswer {
    let status: Int
    let body: String
    private let json: [String: Any]

    init(status: Int, body: String) throws {
        self.status = status
        self.body = body
        guard let json = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] else {
            throw TestFailure("no JSON object: \(body.prefix(200))")
        }
        self.json = json
    }

    /// The number at a path of keys.
    func int(_ path: String...) throws -> Int {
        guard let number = try value(at: path) as? NSNumber else { throw TestFailure("\(path) is no number") }
        return number.intValue
    }

    func string(_ path: String...) throws -> String {
        guard let text = try value(at: path) as? String else { throw TestFailure("\(path) is no text") }
        return text
    }

    func objects(_ path: String...) throws -> [[String: Any]] {
        guard let objects = try value(at: path) as? [[String: Any]] else { throw TestFailure("\(path) is no list") }
        return objects
    }

    /// How many members the object at a path of keys has.
    func memberCount(_ path: String...) throws -> Int {
        guard let object = try value(at: path) as? [String: Any] else { throw TestFailure("\(path) is no object") }
        return object.count
    }

    private func value(at path: [String]) throws -> Any {
        var value: Any = json
        for key in path {
            guard let object = value as? [String: Any], let next = object[key] else {
                throw TestFailure("no \(path.joined(separator: ".")) in \(body.prefix(400))")
            }
            value = next
        }
        return value
    }
}

/// Asks services of this machine, as curl would.
enum Web {
    static let limit = 8 * 1024 * 1024

    static func get(_ port: Int, _ path: String) async throws -> WebAnswer {
        try await send(HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"))
    }

    static func post(_ port: Int, _ path: String, json: String) async throws -> WebAnswer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: json))
        return try await send(request)
    }

    private static func send(_ request: HTTPClientRequest) async throws -> WebAnswer {
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
            let body = try await response.body.collect(upTo: limit)
            return try WebAnswer(status: Int(response.status.code), body: String(buffer: body))
        } catch let error as HTTPClientError {
            throw TestFailure("\(request.method) \(request.url): \(error)")
        }
    }
}
