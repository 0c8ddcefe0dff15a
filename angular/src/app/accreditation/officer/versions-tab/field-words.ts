const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `answers.insurance.policies[0].expiresOn` is `Insurance, policies 1, expires on`. */
export function fieldInWords(path: string): string {
  const parts = path
    .replace(/^answers\./, '')
    .split('.')
    .map((part) => words(part).replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`));
  return titled(parts.join(', '));
}
