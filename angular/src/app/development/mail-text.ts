export interface MailPart {
  readonly text: string;
  /** Only of an `http` or `https` address. */
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

/** Plain text in pieces, so that its addresses can be followed without reading the text as HTML. */
export function mailText(body: string): MailPart[] {
  const parts: MailPart[] = [];
  let from = 0;
  for (const found of body.matchAll(ADDRESS)) {
    if (found.index > from) parts.push({ text: body.slice(from, found.index) });
    parts.push({ text: found[0], href: found[0] });
    from = found.index + found[0].length;
  }
  if (from < body.length) parts.push({ text: body.slice(from) });
  return parts;
}
