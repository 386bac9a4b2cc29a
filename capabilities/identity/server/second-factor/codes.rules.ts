import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;
/** Clocks of telephones are off by up to one step. */
const window = 1;
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const recoveryCodeCount = 10;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Quintet',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });
}

/** The address a QR code holds. */
export function otpauthUrl(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The time step a code belongs to, or undefined when it is wrong at this moment. */
export function matchedStep(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / stepSeconds) + delta;
}

/** Ten codes of 49 bits, `xxxxx-xxxxx`, without letters that look alike. */
export function newRecoveryCodes(randomIndex: (below: number) => number): readonly string[] {
  const letters = (count: number) =>
    Array.from({ length: count }, () => recoveryAlphabet[randomIndex(recoveryAlphabet.length)] ?? '').join(
      '',
    );
  return Array.from({ length: recoveryCodeCount }, () => `${letters(5)}-${letters(5)}`);
}

export type TypedCode =
  | { readonly kind: 'totp'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'neither' };

/** What somebody typed, with spaces, hyphens and case forgiven. */
export function readTypedCode(text: string): TypedCode {
  const code = text.replace(/[\s-]/g, '').toLowerCase();
  if (/^[0-9]{6}$/.test(code)) return { kind: 'totp', code };
  return /^[a-z0-9]{10}$/.test(code) ? { kind: 'recovery', code } : { kind: 'neither' };
}
