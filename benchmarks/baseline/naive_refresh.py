"""All four sources into one SQLite file, one thing after another: requests, pandas and ``to_sql``.

``python -m benchmarks.baseline.naive_refresh ORIGIN DATABASE``. Nothing is kept, checked or remembered.
"""

import io
import re
import sqlite3
import sys
import warnings
from collections.abc import Iterator

import pandas
import requests

from benchmarks.baseline import naive_councils

LANDING = "/england.nhs.uk/statistics/statistical-work-areas/"
LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', re.IGNORECASE | re.DOTALL)
NOMIS = "/nomisweb.co.uk/api/v01/dataset/NM_2002_1.data.csv?gender=0&measures=20100&geography=TYPE423,2092957699"
PAGE = 25_000
PARTS = {  # sheets of the A&E time series and the columns that are read; of the first the twelve that come first
    "Activity": "",
    "Performance": r"percentage in 4 hours or less \(all\)|total attendances > ?4 hours",
    "Booking": r"total attendances|booked appointments? attendances > ?4 hours",
}


def links(address: str, words: str) -> dict[str, str]:
    """Addresses and texts of a page's links whose address or text matches."""
    found = LINK.findall(requests.get(address, timeout=60).text)
    return {href: text for href, text in found if re.search(words, f"{href} {text}", re.IGNORECASE)}


def files(origin: str, landing: str, words: str) -> Iterator[bytes]:
    """Bytes of every file whose link matches, on the landing page and on the year pages that it links to."""
    top = f"{origin}{LANDING}{landing}/"
    pages = [top, *(page for page in links(top, r"20\d\d-\d\d") if page.startswith(top))]
    for address in dict.fromkeys(href for page in pages for href in links(page, words)):
        answer = requests.get(address, timeout=60)
        if answer.ok:
            yield answer.content


def delays(origin: str) -> pandas.DataFrame:
    """Council workbooks and the England series."""
    landing = "delayed-transfers-of-care"
    books = [naive_councils.read(one) for one in files(origin, landing, r"LA-Type-B|dh_\d+\.xls|Days Local Authority")]
    series = [england(one) for one in files(origin, landing, "England.Time.?series")]
    return pandas.concat([*books, *series], ignore_index=True)


def england(data: bytes) -> pandas.DataFrame:
    """Long rows of the England series: three sheets of one dimension and their cross."""
    sheets = pandas.read_excel(io.BytesIO(data), sheet_name=None, header=None)
    frames = []
    for name, sheet in sheets.items():
        head = sheet.index[sheet.eq("Year").any(axis=1)][0]
        rows = sheet[sheet[1].astype(str).str.fullmatch(r"\d{4}-\d\d")]
        labels = sheet.loc[head - 2 : head].ffill(axis=1) if name == "Delayed Days" else sheet.loc[[head]]
        words = labels.iloc[:, 3:].map(word)
        words.loc[head] = sheet.loc[head, 3:].map(word)
        for column in words:
            labelled = tuple(words[column])
            if len(labelled) == 1 and column > 3 and not labelled[0]:
                break  # the second block of columns is worked out from the first
            frames.append(one_column(rows, column, labelled, str(name)))
    return pandas.concat([frame for frame in frames if len(frame)], ignore_index=True)


def word(cell: object) -> str:
    """Our word for a label; nothing for an empty cell."""
    return naive_councils.our_name(cell) if isinstance(cell, str) else ""


def one_column(rows: pandas.DataFrame, column: int, words: tuple[str, ...], sheet: str) -> pandas.DataFrame:
    """Long rows of one column; nothing for totals that stand on another sheet and for empty columns."""
    if len(words) == 3:
        care, reason, body = words
        if "all" in words or not all(words):
            return pandas.DataFrame()
    else:
        kind = {"type": "care", "org": "body", "reason": "reason"}[sheet.rsplit(maxsplit=1)[-1]]
        if words[0] == "all" and kind != "body":
            return pandas.DataFrame()
        care, reason, body = (words[0] if kind == one else "all" for one in ("care", "reason", "body"))
    long = pandas.DataFrame({"period": rows[1] + " " + rows[2].astype(str), "value": rows[column].astype("Int64")})
    return long.assign(nhs_code="", ons_code="E92000001", body=body, reason=reason, care_type=care)


def emergency_care(origin: str) -> pandas.DataFrame:
    """Every A&E time series as long rows."""
    landing = "ae-waiting-times-and-activity"
    return pandas.concat(
        [admissions(one) for one in files(origin, landing, "/Monthly-AE-Time-Series")], ignore_index=True
    )


def admissions(data: bytes) -> pandas.DataFrame:
    """Long rows of one A&E time series: activity, waits of four hours, and booked attendances where it has them."""
    sheets = pandas.read_excel(io.BytesIO(data), sheet_name=None, header=None)
    frames = []
    for name, wanted in PARTS.items():
        if name not in sheets:
            continue
        sheet = sheets[name]
        head = sheet.index[sheet.eq("Period").any(axis=1)][-1]
        table = sheet.loc[head + 1 :].set_axis(sheet.loc[head].astype(str).str.strip(), axis=1).set_index("Period")
        columns = table.loc[:, table.columns.str.fullmatch(wanted, case=False)] if wanted else table.iloc[:, :12]
        frames.append(columns[columns.index.notna()].reset_index().melt(id_vars="Period", var_name="measure"))
    return pandas.concat(frames, ignore_index=True)


def population(origin: str) -> pandas.DataFrame:
    """Residents by single year of age, every year from 2015 on, a page of rows at a time."""
    select = "date_name,geography_name,geography_code,c_age_name,obs_value,record_count"
    years = f"{origin}{NOMIS}&date=latestMINUS20-latest&c_age=200&select=date_name"
    totals = pandas.read_csv(years.replace("TYPE423,", ""))
    frames = []
    for year in sorted(set(totals["DATE_NAME"])):
        start, rows = 0, 1
        while start < rows:
            address = f"{origin}{NOMIS}&date={year}&c_age=101...191&select={select}&recordoffset={start}"
            frames.append(pandas.read_csv(address))
            rows, start = int(frames[-1]["RECORD_COUNT"].iloc[0]), start + PAGE
    everyone = pandas.concat(frames, ignore_index=True)
    return everyone[everyone["GEOGRAPHY_CODE"].str.startswith("E")]


def main(origin: str, database: str) -> None:
    """Load everything."""
    warnings.simplefilter("ignore")
    with sqlite3.connect(database) as connection:
        delays(origin).to_sql("delays", connection, index=False)
        emergency_care(origin).to_sql("emergency_care", connection, index=False)
        population(origin).to_sql("population", connection, index=False)
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
