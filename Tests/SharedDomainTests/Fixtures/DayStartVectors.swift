/// `zone|day|its first second since 1970`, by Python's zoneinfo.
///
/// Written by `Tests/Oracles/days.py`.
enum DayStartVectors {
    static let lines = """
        Asia/Seoul|1999-01-04|915375600
        Asia/Seoul|2026-10-30|1793286000
        UTC|1970-01-01|0
        UTC|2026-10-30|1793318400
        Europe/Berlin|2026-03-29|1774738800
        Europe/Berlin|2026-03-30|1774821600
        Europe/Berlin|2026-10-25|1792879200
        Europe/Berlin|2026-10-26|1792969200
        Europe/Berlin|1999-01-04|915404400
        America/New_York|2024-03-10|1710046800
        America/New_York|2024-11-03|1730606400
        America/New_York|2024-11-04|1730696400
        Asia/Kolkata|2024-02-29|1709145000
        Asia/Kathmandu|2024-02-29|1709144100
        America/Sao_Paulo|2018-02-17|1518832800
        America/Sao_Paulo|2018-02-18|1518922800
        America/Sao_Paulo|2018-11-03|1541214000
        America/Sao_Paulo|2018-11-04|1541300400
        America/Sao_Paulo|2018-11-05|1541383200
        Asia/Beirut|2022-03-27|1648332000
        Asia/Beirut|2022-10-30|1667080800
        Asia/Beirut|2022-10-31|1667167200
        Africa/Cairo|2023-04-28|1682632800
        Africa/Cairo|2023-10-26|1698267600
        Africa/Cairo|2023-10-27|1698357600
        America/Havana|2024-03-10|1710046800
        America/Havana|2024-11-03|1730606400
        America/St_Johns|2010-03-14|1268537400
        America/St_Johns|2010-11-06|1289010600
        America/St_Johns|2010-11-07|1289097000
        America/St_Johns|2010-11-08|1289187000
        Pacific/Apia|2011-12-29|1325152800
        Pacific/Apia|2011-12-30|1325239200
        Pacific/Apia|2011-12-31|1325239200
        Pacific/Kwajalein|1993-08-20|745848000
        Pacific/Kwajalein|1993-08-21|745934400
        Pacific/Kwajalein|1993-08-22|745934400
        """
}
