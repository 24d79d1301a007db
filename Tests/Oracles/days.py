#!/usr/bin/env python3
"""Writes the expected values of the day tests, with Python's datetime, calendar and zoneinfo.

    python3 Tests/Oracles/days.py
"""
import calendar
import datetime
import pathlib
import random
import zoneinfo

FIXTURES = pathlib.Path(__file__).parent.parent / "SharedDomainTests" / "Fixtures"
EPOCH = datetime.date(1970, 1, 1)


def month_later(day, months):
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_cases():
    source = random.Random(3166)
    days = [datetime.date(y, m, d) for y, m, d in [
        (1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (1969, 12, 31), (1970, 1, 1), (1999, 1, 4), (2000, 2, 29),
        (2023, 12, 31), (2024, 2, 29), (2026, 10, 30), (2100, 2, 28), (2100, 3, 1), (2400, 2, 29), (9998, 12, 31)]]
    days += [datetime.date.fromordinal(source.randint(days[0].toordinal(), days[-1].toordinal())) for _ in range(150)]
    for day in days:
        months = source.choice([-120, -36, -13, -12, -6, -3, -1, 0, 1, 2, 11, 12, 25])
        months = max(months, -(day.year - 1) * 12) if day.year < 9990 else -abs(months)
        yield f"{day}|{(day - EPOCH).days}|{day.isoweekday()}|{months}|{month_later(day, months)}"


ZONES = {
    # Plain ones.
    "Asia/Seoul": ["1999-01-04", "2026-10-30"],
    "UTC": ["1970-01-01", "2026-10-30"],
    "Europe/Berlin": ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26", "1999-01-04"],
    "America/New_York": ["2024-03-10", "2024-11-03", "2024-11-04"],
    "Asia/Kolkata": ["2024-02-29"],
    "Asia/Kathmandu": ["2024-02-29"],
    # The clock skips midnight, or comes back over it.
    "America/Sao_Paulo": ["2018-02-17", "2018-02-18", "2018-11-03", "2018-11-04", "2018-11-05"],
    "Asia/Beirut": ["2022-03-27", "2022-10-30", "2022-10-31"],
    "Africa/Cairo": ["2023-04-28", "2023-10-26", "2023-10-27"],
    "America/Havana": ["2024-03-10", "2024-11-03"],
    "America/St_Johns": ["2010-03-14", "2010-11-06", "2010-11-07", "2010-11-08"],
    # A day that never was, and one that was lived twice.
    "Pacific/Apia": ["2011-12-29", "2011-12-30", "2011-12-31"],
    "Pacific/Kwajalein": ["1993-08-20", "1993-08-21", "1993-08-22"],
}


def start_cases():
    for name, days in ZONES.items():
        zone = zoneinfo.ZoneInfo(name)
        for text in days:
            day = datetime.date.fromisoformat(text)
            # By definition: the first second at which the zone's clock shows this day or a later one.
            instant = int((datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.timezone.utc)
                           - datetime.timedelta(hours=40)).timestamp())
            while datetime.datetime.fromtimestamp(instant, zone).date() < day:
                instant += 30
            while datetime.datetime.fromtimestamp(instant - 1, zone).date() >= day:
                instant -= 1
            yield f"{name}|{text}|{instant}"


def write(name, comment, lines):
    body = "\n".join("        " + line for line in lines)
    text = f'/// {comment}\n///\n/// Written by `Tests/Oracles/days.py`.\nenum {name} {{\n'
    text += f'    static let lines = """\n{body}\n        """\n}}\n'
    (FIXTURES / f"{name}.swift").write_text(text)


write("DayVectors", "`day|number|weekday|months|that many months later`, by Python's datetime.", day_cases())
write("DayStartVectors", "`zone|day|its first second since 1970`, by Python's zoneinfo.", start_cases())
