/** An error is a phrase and ends without a full stop, as the server's single sentences do not; two sentences stay. */
export const phraseOf = (text: string): string => (/[.?!] \S/.test(text) ? text : text.replace(/\.$/, ''));
