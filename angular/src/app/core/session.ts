/** What `GET /api/session` answers; the shape is fixed in the HTTP contracts. */
export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string } | null;
  /** All that the person belongs to, the present one among them. */
  readonly organisations?: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** The portal asks for a second step and the account has none: nothing else is answered. */
  readonly mustSetUpSecondFactor?: boolean;
  /** UTC instant. */
  readonly serverTime: string;
}

/** What proves the second step of a sign-in. */
export type SecondStep = 'Authenticator' | 'Passkey' | 'RecoveryCode';

export const ANONYMOUS: Omit<Session, 'serverTime'> = { user: null, organisation: null, roles: [], permissions: [] };
