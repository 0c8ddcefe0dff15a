import { SaveBidDto } from '../../proxy/models';
import { commitmentTo } from '../boxes/merkle';
import { BidFile, readBidFile } from '../parts/bid-file';

/** What a bidder filled in, as it was sealed. */
export type BidContent = Omit<SaveBidDto, 'version'>;

/** A bid file, read. */
export interface BidCopy {
  readonly file: BidFile;
  readonly callOffId: string;
  /** Of the call-off. */
  readonly reference: string;
  readonly bid: BidContent;
  readonly totalWeeklyPence: number;
  readonly wholeTermPence: number;
  /** False only where the browser has no means to find out: a page that is not served securely. */
  readonly isChecked: boolean;
}

/** Which version a copy has to be of. */
export interface SentVersion {
  readonly callOffId: string;
  readonly bidVersion: number;
  readonly sha256: string;
}

/** @returns the copy, or in a sentence why it is not the one of this version. */
export async function openCopy(text: string, sent: SentVersion): Promise<BidCopy | string> {
  const file = readBidFile(text);
  if (!file) return isJson(text) ? 'This is not a bid file. Choose the one whose name ends in -bid.json' : DAMAGED;

  const content = contentOf(file);
  if (!content) return DAMAGED;
  if (content.callOffId !== sent.callOffId) return `This copy is of another need, ${content.reference}`;

  const commitment = await commitmentTo(file.salt, file.content).catch(() => undefined);
  if (commitment !== undefined && commitment !== sent.sha256) {
    return `This is not version ${sent.bidVersion} as it was sealed: its fingerprint is another`;
  }
  return { ...content, file, isChecked: commitment !== undefined };
}

const DAMAGED = 'This file is damaged. Choose it as you downloaded it';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Nothing for what is no bid: the form is filled from it. */
function contentOf({ content }: BidFile): Omit<BidCopy, 'file' | 'isChecked'> | undefined {
  try {
    const { callOffId, reference, bid, totalWeeklyPence, wholeTermPence } = JSON.parse(content) as BidCopy;
    const isBid =
      typeof callOffId === 'string' &&
      typeof reference === 'string' &&
      typeof totalWeeklyPence === 'number' &&
      typeof wholeTermPence === 'number' &&
      Array.isArray(bid.lines) &&
      Array.isArray(bid.answers);
    return isBid ? { callOffId, reference, bid, totalWeeklyPence, wholeTermPence } : undefined;
  } catch {
    return undefined;
  }
}
