/** The hashes of a box, as in RFC 6962 §2.1 and as the server makes them: SHA-256 in lower-case hex. */

const LEAF = 0;
const NODE = 1;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** What is no hash stays what it is, so that it leads to no root. */
const rawOf = (hash: string): Uint8Array =>
  isHash(hash) ? Uint8Array.from(hash.match(/../g) ?? [], (pair) => parseInt(pair, 16)) : bytesOf(hash);

export async function hashOf(...parts: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }

  const hash = await crypto.subtle.digest('SHA-256', whole);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const leafOf = (text: string): Promise<string> => hashOf(Uint8Array.of(LEAF), bytesOf(text));

/** @param salt 32 bytes in hex */
export const commitmentTo = (salt: string, content: string): Promise<string> => hashOf(rawOf(salt), bytesOf(content));

const nodeOf = (left: string, right: string): Promise<string> => hashOf(Uint8Array.of(NODE), rawOf(left), rawOf(right));

/** The largest power of two below the size. */
const leftOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

export async function rootOf(leaves: readonly string[]): Promise<string> {
  if (leaves.length === 0) return hashOf();
  if (leaves.length === 1) return leaves[0] ?? '';

  const left = leftOf(leaves.length);
  return nodeOf(await rootOf(leaves.slice(0, left)), await rootOf(leaves.slice(left)));
}

/** Nothing where the path does not fit the place of the leaf. */
export async function rootFrom(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): Promise<string | undefined> {
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return path.length === 0 ? leaf : undefined;

  const beside = path.at(-1);
  if (beside === undefined) return undefined;

  const left = leftOf(size);
  const isLeft = index < left;
  const below = await rootFrom(leaf, isLeft ? index : index - left, isLeft ? left : size - left, path.slice(0, -1));
  if (below === undefined) return undefined;

  return isLeft ? nodeOf(below, beside) : nodeOf(beside, below);
}
