import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

/** An authenticator app: it shares the key and shows each code once, waiting for the next where it must. */
export class AuthenticatorApp {
  private readonly key: Buffer;
  private last = 0;

  constructor(typed: string) {
    const bits = [...typed.replaceAll(' ', '')].map((c) => BASE32.indexOf(c).toString(2).padStart(5, '0')).join('');
    this.key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  /** The server takes a code one step ahead: so a test that needs two in a row seldom waits. */
  async next(): Promise<string> {
    while (Math.floor(Date.now() / STEP) + 1 <= this.last) await new Promise((resolve) => setTimeout(resolve, 500));
    this.last = Math.max(Math.floor(Date.now() / STEP), this.last + 1);
    return this.codeAt(this.last);
  }

  private codeAt(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.key).update(counter).digest();
    const number = hash.readUInt32BE(hash.readUInt8(hash.length - 1) & 0xf) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }
}
