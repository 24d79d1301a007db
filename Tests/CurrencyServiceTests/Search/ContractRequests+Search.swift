import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let search =
        ["", "?q=", "?q=%20", "?q=%00", "?q=%25", "?q=usd&limit=0", "?q=%E2%82%AC", "?q=franc&limit=50&lang=en"]
        .map { ContractRequest(.get, "/api/v1/currencies/search" + $0) }
}
