import { checkFiles, ChosenFile, Finding } from './box-check';
import { leafOf, rootFrom, rootOf } from './merkle';
import vectors from './box-check.vectors.json';

/** The same files hold for the stand-alone verifier: BoxCheckTests. */
const FILES: readonly ChosenFile[] = Object.entries(vectors).map(([name, text]) => ({ name, text }));

const OTHER_KEY =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHXUW57rtSNjWPwXH3RN+C9G4NHFk9OeEUllI93JlxgkBMG3nRBkUOj4r7z2KSUg5CxgImT4dKeYAbDyX6Ogijg==';

const without = (name: string): readonly ChosenFile[] => FILES.filter((file) => file.name !== name);

const changed = (name: string, from: string, to: string): readonly ChosenFile[] =>
  FILES.map((file) => (file.name === name ? { name, text: file.text.replace(from, to) } : file));

const wrong = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ holds }) => !holds).map(({ text }) => text);

describe('check of a receipt', () => {
  it('holds for files as the portal makes them', async () => {
    const findings = await checkFiles(FILES);

    expect(wrong(findings)).toEqual([]);
    expect(findings).toHaveLength(13);
  });

  it('does not hold without the portal’s keys', async () => {
    expect(wrong(await checkFiles(without('keys')))).toHaveLength(4);
  });

  it('sees a bid of which one letter was changed', async () => {
    expect(wrong(await checkFiles(changed('bid', '100003', '100004')))).toEqual([
      'The bid file is what the receipt is for, letter by letter.',
    ]);
  });

  it('sees a receipt of which the time was changed', async () => {
    expect(wrong(await checkFiles(changed('receipt', '11:59:59', '11:59:58')))).toEqual([
      'The receipt was signed by the portal’s key ' + keyId() + '.',
      'The receipt is in the box that the root stands for.',
      'The receipt is on the public list.',
    ]);
  });

  it('sees a receipt that was taken out of the box', async () => {
    const box = JSON.parse(vectors.box) as { leaves: string[] };
    const file = { name: 'box', text: JSON.stringify({ ...box, leaves: box.leaves.slice(1) }) };

    expect(wrong(await checkFiles([...without('box'), file]))).toContain(
      'The root stands for the 4 receipts of C-7QK3-9F2D: none added, none taken.',
    );
  });

  it('calls a file that was cut off damaged, and never says that all holds', async () => {
    for (const name of ['receipt', 'box', 'bid', 'keys']) {
      const cut = FILES.map((file) => (file.name === name ? { name, text: file.text.slice(0, -3) } : file));
      expect(wrong(await checkFiles(cut))).toContain(`${name} is whole.`);
    }
  });

  it('takes nothing for a bid that the portal did not hand out', async () => {
    const stray = { name: 'stray', text: '{"totalWeeklyPence":100003}' };

    expect(wrong(await checkFiles([...without('bid'), stray]))).toEqual([
      'stray is one of the files that the portal hands out.',
    ]);
  });

  it('sees a bid of which the salt was changed or left out', async () => {
    const { salt } = JSON.parse(vectors.bid) as { salt: string };
    const other = (salt.startsWith('0') ? '1' : '0') + salt.slice(1);

    expect(wrong(await checkFiles(changed('bid', salt, other)))).toEqual([
      'The bid file is what the receipt is for, letter by letter.',
    ]);
    expect(wrong(await checkFiles(changed('bid', '"salt"', '"salz"')))).toEqual(['bid is whole.']);
  });

  it('takes no key for another because a file gives it its name', async () => {
    const keys = JSON.parse(vectors.keys) as { format: string; keys: { spki: string; id: string }[] };
    const other = { ...keys, keys: [{ id: keyId(), spki: OTHER_KEY }] };
    const file = { name: 'keys', text: JSON.stringify(other) };

    expect(wrong(await checkFiles([...without('keys'), file]))).toHaveLength(4);
  });

  it('takes an opening from nobody but the Opener, where the key file names its keys', async () => {
    const keys = JSON.parse(vectors.keys) as { keys: object[] };
    const named = (opener: readonly object[]) => ({ name: 'keys', text: JSON.stringify({ ...keys, opener }) });

    expect(wrong(await checkFiles([...without('keys'), named(keys.keys)]))).toEqual([]);
    expect(wrong(await checkFiles([...without('keys'), named([{ spki: OTHER_KEY }])]))).toHaveLength(1);
  });

  it('sees a list in which two receipts became the node above them', async () => {
    const box = JSON.parse(vectors.box) as { leaves: string[] };
    const leaves = [await rootOf(box.leaves.slice(0, 4)), box.leaves[4] ?? ''].sort();
    const file = { name: 'box', text: JSON.stringify({ ...box, leaves }) };

    expect(wrong(await checkFiles([...without('box'), file]))).toContain(
      'What was opened was in the box: 2 of its receipts.',
    );
  });

  it('checks every receipt it is given', async () => {
    const forged = { name: 'second', text: vectors.receipt.replace('11:59:59', '11:59:58') };

    expect(wrong(await checkFiles([...FILES, forged]))).not.toEqual([]);
  });

  it('sees a receipt beside the box of another call-off', async () => {
    const box = JSON.parse(vectors.box) as { box: { text: string } };
    const text = box.box.text.replace('5f9c2a50', '5f9c2a51');
    const file = { name: 'box', text: JSON.stringify({ ...box, box: { ...box.box, text }, leaves: undefined }) };

    expect(wrong(await checkFiles([...without('box'), file]))).toContain(
      'The box file is of the call-off of the receipt.',
    );
  });

  it('says nothing of a box that is not there yet', async () => {
    expect(await checkFiles(without('box'))).toHaveLength(5);
  });
});

describe('hashes of a box', () => {
  it.each([1, 2, 3, 7, 8, 9])('lead from each of %i leaves to the root', async (size) => {
    const leaves = await Promise.all(Array.from({ length: size }, (_, index) => leafOf(`receipt ${index}`)));
    const root = await rootOf(leaves);

    for (const [index, leaf] of leaves.entries()) {
      const path = await pathOf(leaves, index);
      expect(await rootFrom(leaf, index, size, path)).toBe(root);
      expect(await rootFrom(leaf, index, size, [...path, root])).not.toBe(root);
      expect(await rootFrom(await leafOf('another'), index, size, path)).not.toBe(root);
    }
  });
});

const keyId = (): string => (JSON.parse(vectors.keys) as { keys: { id: string }[] }).keys[0]?.id ?? '';

async function pathOf(leaves: readonly string[], index: number): Promise<string[]> {
  if (leaves.length === 1) return [];

  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const [first, second] = [leaves.slice(0, left), leaves.slice(left)];
  return index < left
    ? [...(await pathOf(first, index)), await rootOf(second)]
    : [...(await pathOf(second, index - left)), await rootOf(first)];
}
