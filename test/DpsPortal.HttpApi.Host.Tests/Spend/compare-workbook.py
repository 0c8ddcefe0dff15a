"""Opens a workbook with openpyxl and compares every cell with the report's JSON: compare-workbook.py XLSX JSON"""
import datetime
import decimal
import json
import sys

import openpyxl

MONEY = {"weekly_accommodation", "weekly_core_support", "weekly_additional_support", "weekly_other", "weekly_total",
         "one_off", "period_cost", "cumulative_cost", "committed_to_planned_end"}
DATES = {"period_start", "period_end"}


def expected(column, value):
    if value is None:
        return None
    if column in DATES:
        return datetime.datetime.fromisoformat(value)
    return decimal.Decimal(value) if column in MONEY else value


def found(column, cell):
    if column in MONEY and cell.value is not None:
        assert isinstance(cell.value, (int, float)) and cell.number_format.endswith("#,##0.00"), cell
        return decimal.Decimal(str(cell.value))
    if column in DATES:
        assert cell.is_date and cell.number_format == "dd/mm/yyyy", cell
    return cell.value


book = openpyxl.load_workbook(sys.argv[1])
rows = json.load(open(sys.argv[2], encoding="utf-8"))
assert book.sheetnames == ["Spend"], book.sheetnames
assert not list(book.defined_names), "defined names"
sheet = book["Spend"]
assert sheet.sheet_state == "visible" and sheet.freeze_panes == "A2", sheet.freeze_panes
assert sheet.max_row == len(rows) + 1, (sheet.max_row, len(rows))
names = [cell.value for cell in sheet[1]]
assert not rows or names == list(rows[0]), names
assert all(sheet.column_dimensions[cell.column_letter].width >= 8 for cell in sheet[1]), "widths"
for record, row in zip(rows, sheet.iter_rows(min_row=2)):
    for name, cell in zip(names, row):
        assert cell.data_type != "f" and cell.comment is None, cell
        assert found(name, cell) == expected(name, record[name]), (cell, cell.value, record[name])
print(f"{len(rows)} rows, {len(rows) * len(names)} cells")
