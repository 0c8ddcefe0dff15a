import { HttpErrorResponse } from '@angular/common/http';

/** As a refusal of the server, so that a form shows it in its place. */
const NOT_USED = new HttpErrorResponse({
  status: 400,
  error: { detail: 'The passkey was not used. Try again, or choose another way' },
});

const KNOWN_ALREADY = new HttpErrorResponse({
  status: 409,
  error: { detail: 'This device has a passkey for your account already' },
});

/** False in a browser that does not know passkeys, or not the way they are asked for here. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** @returns the new credential as JSON text, for the server. */
export async function createPasskey(options: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
  return textOf(() => navigator.credentials.create({ publicKey }));
}

/** @returns the device's answer as JSON text, for the server. */
export async function usePasskey(options: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  return textOf(() => navigator.credentials.get({ publicKey }));
}

async function textOf(ask: () => Promise<Credential | null>): Promise<string> {
  let credential: Credential | null;
  try {
    credential = await ask();
  } catch (error) {
    throw error instanceof DOMException && error.name === 'InvalidStateError' ? KNOWN_ALREADY : NOT_USED;
  }
  if (!(credential instanceof PublicKeyCredential)) throw NOT_USED;

  return JSON.stringify(credential.toJSON());
}
