// Made by Tests/Oracles/history/rates_oracle.py from the shipped ECB file, with exact fractions. Do not edit.

/// The `results` of some answers.
enum GoldenResults {
    static let dollarInWonOneWeek = #"""
        [{"date":"2026-10-23","rate":1324.452783,"change":-0.1790777871,"change_percent":-0.01351906083,"volume":1},\#
        {"date":"2026-10-26","rate":1325.277083,"change":0.8242995991,"change_percent":0.062236994,"volume":1},\#
        {"date":"2026-10-27","rate":1327.748879,"change":2.471796335,"change_percent":0.1865116637,"volume":1},\#
        {"date":"2026-10-28","rate":1340.474266,"change":12.72538677,"change_percent":0.95841819,"volume":1},\#
        {"date":"2026-10-29","rate":1337.286613,"change":-3.187652938,"change_percent":-0.237800383,"volume":1},\#
        {"date":"2026-10-30","rate":1335.266738,"change":-2.019874484,"change_percent":-0.1510427507,"volume":1}]
        """#
    static let yenInWonFourDigits = #"""
        [{"date":"2026-10-23","rate":8.447,"change":0.01191,"change_percent":0.1412,"volume":1},\#
        {"date":"2026-10-26","rate":8.417,"change":-0.02921,"change_percent":-0.3459,"volume":1},\#
        {"date":"2026-10-27","rate":8.413,"change":-0.004347,"change_percent":-0.05164,"volume":1},\#
        {"date":"2026-10-28","rate":8.486,"change":0.07299,"change_percent":0.8675,"volume":1},\#
        {"date":"2026-10-29","rate":8.461,"change":-0.02535,"change_percent":-0.2987,"volume":1},\#
        {"date":"2026-10-30","rate":8.491,"change":0.03068,"change_percent":0.3627,"volume":1}]
        """#
    static let dollarInWonFirstWeek = #"""
        [{"date":"1999-01-04","rate":1186.3516838,"change":0,"change_percent":0,"volume":1},\#
        {"date":"1999-01-05","rate":1164.5547074,"change":-21.796976394,"change_percent":-1.8373115402,"volume":1},\#
        {"date":"1999-01-06","rate":1157.7450396,"change":-6.8096677811,"change_percent":-0.58474434373,"volume":1},\#
        {"date":"1999-01-07","rate":1149.5529574,"change":-8.192082239,"change_percent":-0.70758949154,"volume":1},\#
        {"date":"1999-01-08","rate":1172.253195,"change":22.700237598,"change_percent":1.9747013352,"volume":1}]
        """#
}
