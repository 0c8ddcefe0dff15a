import { HttpErrorResponse } from '@angular/common/http';

/** A problem document (RFC 9457) made fit for the screen. */
export interface Problem {
  /** HTTP status; 0 when the portal did not answer. */
  readonly status: number;
  /** The error code of the module, e.g. `Tendering:CallOffClosed`. Pages match codes, never sentences. */
  readonly code?: string;
  /** One or two sentences for the person. */
  readonly detail: string;
  /** Messages by field path in camelCase with dots: `prices.0.ratePence`. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

const SENTENCES: Readonly<Record<number, string>> = {
  0: 'The portal did not answer. Check your connection and try again. What you typed is still here.',
  400: 'The portal could not read what was sent. Check your answers and try again.',
  401: 'You have been signed out. Sign in in another tab, then try again here. What you typed is still here.',
  403: 'Your account may not do this.',
  404: 'This cannot be found. It may have been removed, or it belongs to another organisation.',
  409: 'This has changed meanwhile. What you typed is still here: open the page again in another tab to compare.',
  413: 'The file is too large. The largest allowed is 25 MB.',
  429: 'Too many attempts. Wait a minute, then try again.',
};

const UNEXPECTED = 'Sorry, something went wrong on our side. Try again in a few minutes. What you typed is still here.';

export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return { status: 0, detail: UNEXPECTED, errors: {} };

  const body = bodyOf(error);
  const errors = errorsOf(body['errors']);
  const code = textOf(body['code']);
  return {
    status: error.status,
    code,
    detail: ownSentence(code, body) ?? SENTENCES[error.status] ?? UNEXPECTED,
    errors,
  };
}

/** The portal cannot know that somebody had signed in before; the page can. */
const ownSentence = (code: string | undefined, body: Record<string, unknown>): string | undefined =>
  code === 'DpsPortal:SignInRequired' ? undefined : textOf(body['detail']);

/** `Prices[0].RatePence` and `$.prices[0].ratePence` both name `prices.0.ratePence`. */
export function fieldPathOf(serverPath: string): string {
  return serverPath
    .replace(/^\$\.?/, '')
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

/** An operation without content is asked for as text, so its problem document arrives as an unparsed string. */
function bodyOf(error: HttpErrorResponse): Record<string, unknown> {
  const body: unknown = error.error;
  if (isRecord(body)) return body;
  if (typeof body !== 'string') return {};

  try {
    const parsed: unknown = JSON.parse(body);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function errorsOf(value: unknown): Record<string, readonly string[]> {
  if (!isRecord(value)) return {};

  const errors: Record<string, string[]> = {};
  for (const [path, messages] of Object.entries(value)) {
    const texts = [messages].flat().filter((message) => typeof message === 'string');
    if (texts.length > 0) (errors[fieldPathOf(path)] ??= []).push(...texts.map(withoutStop));
  }
  return errors;
}

/** At a field an error is a phrase, as the page's own are; two sentences stay sentences. */
const withoutStop = (text: string): string => (/\.\s/.test(text) ? text : text.replace(/\.$/, ''));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Blob) && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
