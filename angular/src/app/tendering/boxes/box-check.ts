import { BID_FILE, BidFile, readBidFile } from '../parts/bid-file';
import { bytesOf, commitmentTo, hashOf, leafOf, rootFrom, rootOf } from './merkle';

/** A text, JSON itself, and who signed it. */
interface SignedText {
  readonly text: string;
  readonly keyId: string;
  /** ECDSA P-256 over the SHA-256 of the text, r and s, base64. */
  readonly signature: string;
}

interface ReceiptFile {
  readonly receipt: SignedText;
  readonly withdrawal?: SignedText;
  readonly proof?: {
    readonly box: SignedText;
    readonly index: number;
    readonly size: number;
    readonly path: readonly string[];
  };
}

interface BoxFile {
  readonly box: SignedText;
  readonly leaves?: readonly string[];
  readonly opening?: SignedText;
}

interface KeysFile {
  readonly keys: readonly { readonly spki: string }[];
  /** Those that alone sign openings. */
  readonly opener?: readonly { readonly spki: string }[];
}

interface Receipt {
  readonly callOff: string;
  readonly callOffId: string;
  readonly bidId: string;
  readonly withdrawn: boolean;
  readonly version: number;
  readonly commitment: string;
  readonly receivedAt: string;
  readonly closesAt: string;
}

interface Box {
  readonly callOff: string;
  readonly callOffId: string;
  readonly closesAt: string;
  readonly closedAt: string;
  readonly root: string;
}

interface Opening {
  readonly callOffId: string;
  readonly root: string;
  readonly openedAt: string;
  readonly receipts: number;
  readonly opened: readonly string[];
}

export interface Finding {
  readonly holds: boolean;
  /** True where it holds, wrong where it does not. */
  readonly text: string;
}

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Nothing for what is no object, or cannot be read. */
function objectOf(text: string): { readonly format?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const formatOf = (text: string): string | undefined => {
  const format = objectOf(text)?.format;
  return typeof format === 'string' ? format : undefined;
};

const inFormat = <T>(signed: SignedText, format: string): T | undefined =>
  formatOf(signed.text) === format ? (JSON.parse(signed.text) as T) : undefined;

const rawOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

/** r and s of 32 bytes each, as the portal writes them and no other way. */
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/;

/** What a key is called follows from the key: nobody gives another one its name. */
const idOf = async (spki: string): Promise<string> => (await hashOf(rawOf(spki))).slice(0, 16);

/** Whether the key of that name signed; also false where key or signature is damaged. */
async function isSigned({ text, keyId, signature }: SignedText, { keys }: KeysFile): Promise<boolean> {
  if (!SIGNATURE.test(signature)) return false;

  try {
    for (const { spki } of keys) {
      if ((await idOf(spki)) !== keyId) continue;

      const curve = { name: 'ECDSA', namedCurve: 'P-256' };
      const key = await crypto.subtle.importKey('spki', rawOf(spki), curve, false, ['verify']);
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      if (await crypto.subtle.verify(algorithm, key, rawOf(signature), new Uint8Array(bytesOf(text)))) return true;
    }
  } catch {
    // What cannot be read was not signed.
  }
  return false;
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

const inLondon = (instant: string): string => `${TIME.format(new Date(instant))}, UK time`;

const signatureOf = async (signed: SignedText, keys: KeysFile, what: string): Promise<Finding> => ({
  holds: await isSigned(signed, keys),
  text: `${what} was signed by the portal’s key ${signed.keyId}.`,
});

async function ofReceipt(file: ReceiptFile, bid: BidFile | undefined, keys: KeysFile): Promise<Finding[]> {
  const findings = [await signatureOf(file.receipt, keys, 'The receipt')];
  const receipt = inFormat<Receipt>(file.receipt, 'dps-receipt/1');
  if (!receipt) return [...findings, { holds: false, text: 'The receipt can be read.' }];

  findings.push({
    holds: !receipt.withdrawn && new Date(receipt.receivedAt) < new Date(receipt.closesAt),
    text: `Version ${receipt.version} of the bid on ${receipt.callOff} was received before the deadline, ${inLondon(receipt.receivedAt)}.`,
  });
  if (bid !== undefined)
    findings.push({
      holds: (await commitmentTo(bid.salt, bid.content)) === receipt.commitment,
      text: 'The bid file is what the receipt is for, letter by letter.',
    });
  const { proof, withdrawal } = file;
  if (withdrawal) {
    const taken = inFormat<Receipt>(withdrawal, 'dps-receipt/1');
    findings.push(await signatureOf(withdrawal, keys, 'The receipt of the withdrawal'), {
      holds:
        taken?.withdrawn === true &&
        taken.callOffId === receipt.callOffId &&
        taken.bidId === receipt.bidId &&
        taken.version === receipt.version &&
        new Date(taken.receivedAt) >= new Date(receipt.receivedAt),
      text: `Version ${receipt.version} was withdrawn.`,
    });
  }

  if (!proof) return findings;

  const box = inFormat<Box>(proof.box, 'dps-box/1');
  const root = await rootFrom(await leafOf(file.receipt.text), proof.index, proof.size, proof.path);
  return [
    ...findings,
    await signatureOf(proof.box, keys, 'The root in the receipt file'),
    {
      holds:
        box?.callOffId === receipt.callOffId &&
        new Date(receipt.receivedAt) < new Date(box.closesAt) &&
        root === box.root,
      text: 'The receipt is in the box that the root stands for.',
    },
  ];
}

async function ofBox(file: BoxFile, keys: KeysFile): Promise<Finding[]> {
  const signed = await signatureOf(file.box, keys, 'The root');
  const box = inFormat<Box>(file.box, 'dps-box/1');
  if (!box) return [signed, { holds: false, text: 'The root can be read.' }];

  const { leaves, opening } = file;
  const closed = {
    holds: new Date(box.closedAt) >= new Date(box.closesAt),
    text: 'The box was closed at its deadline or after it.',
  };
  if (!leaves)
    return [signed, closed, { holds: !opening, text: `The box of ${box.callOff} is closed and not opened yet.` }];

  const findings = [
    signed,
    closed,
    {
      holds:
        new Set(leaves).size === leaves.length &&
        leaves.every((leaf, index) => index === 0 || (leaves[index - 1] ?? '') < leaf) &&
        (await rootOf(leaves)) === box.root,
      text: `The root stands for the ${leaves.length} receipts of ${box.callOff}: none added, none taken.`,
    },
  ];
  const opened = opening && inFormat<Opening>(opening, 'dps-opening/1');
  if (!opening || !opened) return [...findings, { holds: false, text: 'What was opened is said and signed.' }];

  return [
    ...findings,
    await signatureOf(opening, keys.opener?.length ? { keys: keys.opener } : keys, 'The opening'),
    {
      holds:
        opened.callOffId === box.callOffId &&
        opened.root === box.root &&
        opened.receipts === leaves.length &&
        new Date(opened.openedAt) >= new Date(box.closesAt) &&
        new Set(opened.opened).size === opened.opened.length &&
        opened.opened.every((leaf) => leaves.includes(leaf)),
      text: `What was opened was in the box: ${opened.opened.length} of its receipts.`,
    },
  ];
}

/** Right where a later version counts; and what a bid that was left out would look like. */
export const NOT_OPENED =
  'The bid of this receipt was not opened. That is right if you sent a later version; if you did not, ask the council.';

async function ofBoth(file: ReceiptFile, boxes: readonly BoxFile[]): Promise<Finding[]> {
  const callOffId = inFormat<Receipt>(file.receipt, 'dps-receipt/1')?.callOffId;
  const own = boxes.find(({ box }) => callOffId && inFormat<Box>(box, 'dps-box/1')?.callOffId === callOffId);
  if (!own) return boxes.length > 0 ? [{ holds: false, text: 'The box file is of the call-off of the receipt.' }] : [];

  const leaf = await leafOf(file.receipt.text);
  const opened = own.opening && inFormat<Opening>(own.opening, 'dps-opening/1')?.opened.includes(leaf);
  return [
    ...(own.leaves
      ? [
          { holds: own.leaves.includes(leaf), text: 'The receipt is on the public list.' },
          {
            holds: !opened || !file.withdrawal,
            text: opened
              ? 'The bid of this receipt was opened.'
              : file.withdrawal
                ? 'The bid of this receipt was not opened: it was withdrawn.'
                : NOT_OPENED,
          },
        ]
      : []),
    ...(file.proof
      ? [
          {
            holds: file.proof.box.text === own.box.text,
            text: 'The root sent to the bidder is the root shown to everybody.',
          },
        ]
      : []),
  ];
}

/** Of several bid files the one that the receipt is for, or any, for the check to fail on. */
async function closest({ receipt }: ReceiptFile, bids: readonly BidFile[]): Promise<BidFile | undefined> {
  for (const bid of bids) if (receipt.text.includes(await commitmentTo(bid.salt, bid.content))) return bid;

  return bids[0];
}

const KINDS = ['dps-keys/1', 'dps-receipt-file/1', 'dps-box-file/1', BID_FILE];

/** What keeps a file from being checked. */
function refusalOf({ name, text }: ChosenFile): string | undefined {
  if (!objectOf(text)) return `${name} is whole.`;

  const format = formatOf(text);
  if (!format?.startsWith('dps-')) return `${name} is one of the files that the portal hands out.`;

  return !KINDS.includes(format) || (format === BID_FILE && !readBidFile(text)) ? `${name} is whole.` : undefined;
}

/** What the files are is read from them. Nothing leaves the browser. */
export async function checkFiles(files: readonly ChosenFile[]): Promise<readonly Finding[]> {
  const refused = files.flatMap((file) => refusalOf(file) ?? []).map((text) => ({ holds: false, text }));
  try {
    return [...refused, ...(await ofAll(files.filter((file) => !refusalOf(file))))];
  } catch {
    return [...refused, { holds: false, text: 'All files are whole.' }];
  }
}

async function ofAll(files: readonly ChosenFile[]): Promise<readonly Finding[]> {
  const of = <T>(format: string): T[] =>
    files.filter(({ text }) => formatOf(text) === format).map(({ text }) => JSON.parse(text) as T);
  const keyFiles = of<KeysFile>('dps-keys/1');
  const keys: KeysFile = {
    keys: keyFiles.flatMap((one) => one.keys),
    opener: keyFiles.flatMap((one) => one.opener ?? []),
  };
  const receipts = of<ReceiptFile>('dps-receipt-file/1');
  const boxes = of<BoxFile>('dps-box-file/1');
  const bids = files.flatMap(({ text }) => readBidFile(text) ?? []);
  const findings: Finding[] = [];
  for (const receipt of receipts) findings.push(...(await ofReceipt(receipt, await closest(receipt, bids), keys)));
  for (const box of boxes) findings.push(...(await ofBox(box, keys)));
  for (const receipt of receipts) findings.push(...(await ofBoth(receipt, boxes)));
  return [...findings, ...ofAllBoxes(boxes), ...(await ofBids(receipts, bids))];
}

/** Nobody was shown another box of the same call-off. */
function ofAllBoxes(boxes: readonly BoxFile[]): Finding[] {
  const roots = new Map<string, string>();
  for (const { box } of boxes) {
    const read = inFormat<Box>(box, 'dps-box/1');
    if (!read) continue;

    const { callOff, callOffId, root } = read;
    if ((roots.get(callOffId) ?? root) !== root) return [{ holds: false, text: `The box of ${callOff} has one root.` }];

    roots.set(callOffId, root);
  }
  return [];
}

/** Of a single bid file its receipt says whether it belongs to it. */
async function ofBids(receipts: readonly ReceiptFile[], bids: readonly BidFile[]): Promise<Finding[]> {
  if (bids.length === 1 && receipts.length > 0) return [];

  for (const bid of bids) {
    const all = await Promise.all(
      receipts.map(
        async ({ receipt }) =>
          inFormat<Receipt>(receipt, 'dps-receipt/1')?.commitment === (await commitmentTo(bid.salt, bid.content)),
      ),
    );
    if (!all.includes(true)) return [{ holds: false, text: 'Each bid file belongs to one of the receipts.' }];
  }
  return [];
}
