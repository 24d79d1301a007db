/// What the benchmark is told.
struct Arguments {
    /// What is wrong with them.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static let usage = """
        usage: stream-benchmark --http-port PORT --grpc-port PORT --pid PID [--clients 1000] [--changes 20] \
        [--query symbols=USD,JPY,EUR]
        """

    let httpPort: Int
    let rpcPort: Int
    /// The process of the service, whose memory is looked at.
    let pid: Int
    let clients: Int
    let changes: Int
    /// What each client asks for.
    let query: String

    init(_ words: [String]) throws(Problem) {
        var values = ["--clients": "1000", "--changes": "20", "--query": "symbols=USD,JPY,EUR"]
        let known: Set = ["--http-port", "--grpc-port", "--pid", "--clients", "--changes", "--query"]
        for start in stride(from: 0, to: words.count, by: 2) {
            guard known.contains(words[start]), start + 1 < words.count else {
                throw Problem(description: "\(words[start]): \(Self.usage)")
            }
            values[words[start]] = words[start + 1]
        }
        func number(_ name: String) throws(Problem) -> Int {
            guard let number = values[name].flatMap({ Int($0) }), number > 0 else {
                throw Problem(description: "\(name) is missing or no positive number. \(Self.usage)")
            }
            return number
        }
        httpPort = try number("--http-port")
        rpcPort = try number("--grpc-port")
        pid = try number("--pid")
        clients = try number("--clients")
        changes = try number("--changes")
        query = values["--query"] ?? ""
    }
}
