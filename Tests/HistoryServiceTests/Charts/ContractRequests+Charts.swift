import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let charts = [
        "USD/chart", "ISK/chart?period=max&base=EUR", "TRY/chart?from=2004-12-01&to=2005-03-01&interval=weekly",
        "USD/chart?interval=hourly", "HRK/chart?period=1w&numbers=string", "VND/chart", "XYZ/chart",
        "USD/chart.svg", "ISK/chart.svg?period=max&theme=auto", "USD/chart.svg?width=1", "XYZ/chart.svg",
        "VND/chart.svg",
        "JPY/chart.svg?from=2010-01-01&to=2009-01-01",
        "HRK/chart.svg?period=1w&theme=dark&width=320&height=1200&lang=ko",
    ].map { ContractRequest(.get, "/api/v1/history/\($0)") }
}
