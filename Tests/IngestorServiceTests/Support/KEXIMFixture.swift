import Logging
import SharedDomain
import SharedTesting

@testable import IngestorService

/// Answers in the shape of the Export-Import Bank of Korea's.
enum KEXIMFixture {
    static let path = "/exchangeJSON"
    static let nothing = "[]"

    /// One rate, with the fields that nobody reads.
    static func row(_ unit: String, _ rate: String, ttb: String = "0", tts: String = "0", result: Int = 1) -> String {
        """
        {"result":\(result),"cur_unit":"\(unit)","ttb":"\(ttb)","tts":"\(tts)","deal_bas_r":"\(rate)",\
        "bkpr":"\(rate)","yy_efee_r":"0","ten_dd_efee_r":"0","kftc_bkpr":"\(rate)","kftc_deal_bas_r":"\(rate)",\
        "cur_nm":"이름"}
        """
    }

    /// The answer of a day.
    static func day(_ rows: String...) -> String { "[\(rows.joined(separator: ","))]" }

    /// What it says in place of rates.
    static func refusal(_ result: Int) -> String {
        #"[{"result":\#(result),"cur_unit":null,"ttb":null,"tts":null,"deal_bas_r":null,"cur_nm":null}]"#
    }

    /// The dollar, the yen by the hundred, the yuan under the source's code, and the won itself.
    static let friday = day(
        row("CNH", "196.57", ttb: "194.6", tts: "198.53"),
        row("JPY(100)", "876.39", ttb: "867.62", tts: "885.15"),
        row("KRW", "1"),
        row("USD", "1,335.3", ttb: "1,321.94", tts: "1,348.65"))
}

extension KEXIMSource {
    /// The source at a scripted upstream.
    static func at(
        _ upstream: ScriptableUpstream, key: String = "s3cret", time: TimeSource = .pausesPass,
        logger: Logger = RecordedLogs().logger
    ) -> KEXIMSource {
        let endpoint = SourceEndpoint(base: upstream.baseURL, apiKey: key, timeout: TimeSource.deadline)
        return KEXIMSource(
            fetcher: HTTPFetcher(
                source: .kexim, endpoint: endpoint, tools: FetchTools(time: time, logger: logger)))
    }
}

extension ScriptedAnswer {
    static func json(_ text: String) -> ScriptedAnswer { .text(text, contentType: "application/json;charset=UTF-8") }
}

extension ScriptableUpstream {
    /// The days it was asked for, in order, as they stand in the address.
    var daysAskedFor: [String] {
        requests.map { request in
            let parts = (request.query ?? "").split(separator: "&")
            return parts.first { $0.hasPrefix("searchdate=") }.map { String($0.dropFirst(11)) } ?? "none"
        }
    }
}
