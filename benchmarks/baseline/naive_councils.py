"""Council workbooks to tidy rows with pandas alone, for ``.xls`` by xlrd and for ``.xlsx`` by openpyxl."""

import io
import warnings

import pandas

NAMES = {
    "NHS": "nhs",
    "SOCIAL CARE": "social_care",
    "BOTH": "both",
    "ACUTE": "acute",
    "NON-ACUTE": "non_acute",
    "TOTAL": "all",
}
KINDS = {"by responsible org": "body", "by type of care": "care_type", "by reason": "reason"}
DIMENSIONS = ["body", "reason", "care_type"]
COLUMNS = ["nhs_code", "ons_code", *DIMENSIONS, "value"]


def read(data: bytes) -> pandas.DataFrame:
    """Rows nhs_code, ons_code, body, reason, care_type, value of one workbook."""
    engine = "xlrd" if data.startswith(b"\xd0\xcf") else "openpyxl"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas 3.1 calls the only reader of .xls that it has deprecated
        book = pandas.ExcelFile(io.BytesIO(data), engine=engine)
        frames = [
            tidy(book.parse(sheet, header=None), kind)
            for sheet in book.sheet_names
            for words, kind in KINDS.items()
            if words in str(sheet).lower()
        ]
    return pandas.concat(frames, ignore_index=True)


def tidy(sheet: pandas.DataFrame, kind: str) -> pandas.DataFrame:
    """Long rows of one sheet: England first, then the councils."""
    head = sheet.index[sheet.eq("Name").any(axis=1)][0]
    header = [str(cell).strip() for cell in sheet.loc[head]]
    name = header.index("Name")
    first_total = [text.upper() for text in header].index("TOTAL")
    values = [our_name(text) for text in header[name + 1 : first_total + 1]]
    body = sheet.loc[head + 1 :]
    body = body[body.iloc[:, name].eq("England") | body.iloc[:, name - 1].notna()]
    table = body.iloc[:, name + 1 : first_total + 1].set_axis(values, axis=1)
    table = table.apply(pandas.to_numeric, errors="coerce").astype("Int64")
    parts = table.drop(columns="all")
    table.loc[parts.isna().all(axis=1), "all"] = pandas.NA
    table.insert(0, "nhs_code", codes(body.iloc[:, name - 1]))
    ons = header.index("ONS Geography") if "ONS Geography" in header else None
    table.insert(1, "ons_code", "" if ons is None else codes(body.iloc[:, ons]))
    table.loc[body.iloc[:, name].eq("England"), "ons_code"] = "E92000001"
    long = table.melt(id_vars=["nhs_code", "ons_code"], var_name=kind, value_name="value")
    if kind != "body":
        long = long[long[kind] != "all"]  # the same total stands on all three sheets
    return long.assign(**{name: "all" for name in DIMENSIONS if name != kind})[COLUMNS]


def codes(cells: pandas.Series) -> pandas.Series:
    """Codes as text: whole numbers without a point, hyphens and empty cells as nothing."""
    whole = cells.map(lambda cell: int(cell) if isinstance(cell, float) and cell == cell // 1 else cell)
    return whole.fillna("").astype(str).str.strip().replace("-", "")


def our_name(text: str) -> str:
    """Our word for a column: a body, a type of care, or the letter of a reason."""
    wording = " ".join(text.upper().split())
    return wording.split(")")[0].strip() if ")" in wording.split(" ")[0] else NAMES[wording]
