const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const FULL = /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/;

export interface OutwardCodes {
  readonly codes: readonly string[];
  /** Why the text cannot be taken, in a sentence. */
  readonly problem?: string;
}

/** `HA9, nw10` as codes. A full postcode is refused: with an age it can point to one young person. */
export function parseOutwardCodes(text: string): OutwardCodes {
  const pieces = text
    .toUpperCase()
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const codes: string[] = [];
  for (const piece of pieces) {
    const full = FULL.exec(piece);
    if (full) return { codes: [], problem: `${piece} is a full postcode. Enter its first half only: ${full[1]}` };

    for (const code of piece.split(/\s+/)) {
      if (/^\d[A-Z]{2}$/.test(code)) {
        return { codes: [], problem: `Leave out ${code}: enter the first half of each postcode only, like HA9` };
      }
      if (!OUTWARD.test(code)) return { codes: [], problem: `${code} is not the first half of a postcode, like HA9` };
      if (!codes.includes(code)) codes.push(code);
    }
  }
  return codes.length > 12 ? { codes: [], problem: 'Enter at most 12 areas' } : { codes };
}
