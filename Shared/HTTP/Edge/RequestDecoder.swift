import HTTPTypes
import NIOCore
import SharedDomain

/// Reads the parameters that a route declares out of a request, and refuses those that it does not, unless its dialect
/// leaves them aside.
struct RequestDecoder {
    let route: CompiledRoute

    /// The values of path, query and header parameters.
    func decodeHead(_ target: RequestTarget, _ captured: [String], _ headers: HTTPFields) throws -> DecodedValues {
        if route.route.dialect == .own { try refuseUnknown(target.query) }
        var values = DecodedValues()
        let names = route.template.parameterNames
        for parameter in route.path {
            let position = names.firstIndex(of: parameter.facts.name)
            try values.decode(parameter, position.map { .text(captured[$0]) })
        }
        for parameter in route.query {
            let item = target.query.last { $0.name == parameter.facts.name }
            try values.decode(parameter, item.map { .text($0.value) })
        }
        for parameter in route.headers {
            let value = HTTPField.Name(parameter.facts.name).flatMap { headers[$0] }
            try values.decode(parameter, value.map(RawValue.text))
        }
        return values
    }

    /// Adds the values of body parameters. No body at all is an object without members.
    func decodeBody(_ bytes: ByteBuffer?, into values: inout DecodedValues) throws {
        let object = try bytes.map(Self.object(of:)) ?? JSONObject(members: [])
        try DecodedValues.refuseUnknown(in: object, declared: route.body)
        for parameter in route.body {
            try values.decode(parameter, object[parameter.facts.name].map(RawValue.json))
        }
    }

    private static func object(of bytes: ByteBuffer) throws -> JSONObject {
        do throws(JSONSyntaxError) {
            guard case .object(let object) = try JSONParser.parse(bytes) else {
                throw JSONSyntaxError(reason: "the outermost value must be an object", offset: 0)
            }
            return object
        } catch {
            throw ServiceError.malformedBody(error)
        }
    }

    private func refuseUnknown(_ query: [RequestTarget.QueryItem]) throws {
        for (index, item) in query.enumerated() {
            guard route.query.contains(where: { $0.facts.name == item.name }) else {
                throw ServiceError.unknownName(
                    item.name, kind: "query parameter", provided: item.value, allowed: route.query.map(\.facts.name))
            }
            guard !query[..<index].contains(where: { $0.name == item.name }) else {
                throw ServiceError.repeatedParameter(
                    item.name, provided: query.filter { $0.name == item.name }.map(\.value))
            }
        }
    }
}
