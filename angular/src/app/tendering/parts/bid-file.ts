/** A bid as its bidder keeps it: after sending the portal holds nothing of it that it can read. */
export interface BidFile {
  readonly format: typeof BID_FILE;
  /** 32 random bytes in lower-case hex: with it the receipt's fingerprint stands for the content, and for no other. */
  readonly salt: string;
  /** The bid as JSON text: the very characters that the receipt is for. */
  readonly content: string;
}

export const BID_FILE = 'dps-bid-file/1';

const SALT = /^[0-9a-f]{64}$/;

export const bidFileOf = (salt: string, content: string): BidFile => ({ format: BID_FILE, salt, content });

/** As the portal writes it once the box is opened. */
export const writeBidFile = (file: BidFile): string => JSON.stringify(file, null, 2);

/** Nothing for what is no bid file, or is damaged. */
export function readBidFile(text: string): BidFile | undefined {
  try {
    const { format, salt, content } = (JSON.parse(text) ?? {}) as Partial<Record<keyof BidFile, unknown>>;
    const isWhole = format === BID_FILE && typeof salt === 'string' && SALT.test(salt) && typeof content === 'string';
    return isWhole ? bidFileOf(salt, content) : undefined;
  } catch {
    return undefined;
  }
}
