/** What scripts import before they run, themselves among it; `outputs` as in the statistics of the build. */
export function closure(outputs, chunks) {
  const seen = new Set();
  const open = [...chunks];
  while (open.length > 0) {
    const chunk = open.pop();
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    open.push(...outputs[chunk].imports.filter((it) => it.kind === 'import-statement').map((it) => it.path));
  }
  return seen;
}
