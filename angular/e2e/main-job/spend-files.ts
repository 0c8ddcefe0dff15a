import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Page } from '@playwright/test';

const COMPARE = '../test/DpsPortal.HttpApi.Host.Tests/Spend/compare-workbook.py';

type Row = Readonly<Record<string, unknown>>;

/**
 * Takes the report of a period by the page's own links, has another program read the workbook and compare each cell
 * with the JSON, and returns the JSON's rows.
 */
export async function downloadSpend(page: Page, from: string, to: string, folder: string): Promise<readonly Row[]> {
  await page.goto(`/reporting/spend?from=${from}&to=${to}`);
  const [xlsx, csv] = [await download(page, 'XLSX', folder), await download(page, 'CSV', folder)];
  const answer = await page.request.get(`/api/spend/report?from=${from}&to=${to}&format=json`);
  expect(answer.ok()).toBe(true);
  const rows = (await answer.json()) as readonly Row[];
  const json = join(folder, 'spend.json');
  writeFileSync(json, await answer.body());

  const said = execFileSync(process.env['DPS_PYTHON'] ?? 'python3', [COMPARE, xlsx, json], { encoding: 'utf8' });
  const columns = Object.keys(rows[0] ?? {}).length;
  expect(said.trim()).toBe(`${rows.length} rows, ${rows.length * columns} cells`);

  const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
  expect(lines.length).toBe(rows.length + 1);
  expect(lines[0]?.split(',')).toEqual(Object.keys(rows[0] ?? {}));
  for (const [index, row] of rows.entries()) {
    for (const column of ['placement_ref', 'premises_area', 'weekly_total', 'period_cost']) {
      expect(lines[index + 1]).toContain(`,${String(row[column])},`);
    }
  }
  return rows;
}

async function download(page: Page, kind: 'XLSX' | 'CSV', folder: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: new RegExp(`^Download .*${kind}`) }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
