import { Refusal } from '#base/refusal';
import { commonPasswords } from './common-passwords.ts';

const minPasswordLength = 10;
const maxPasswordLength = 128;

function oneCharacterRepeated(password: string): boolean {
  return new Set(password).size <= 2;
}

function refusal(code: string, message: string): Refusal {
  return new Refusal('invalid', code, message, { errors: [{ pointer: '/body/password', message }] });
}

/** Why a password may not be used, or undefined when it may. */
export function passwordFault(password: string, email: string | null): Refusal | undefined {
  const lower = password.normalize('NFKC').toLowerCase();
  const length = [...password].length;
  if (length < minPasswordLength || password.length > maxPasswordLength) {
    return refusal('identity.password_length', 'The password must have 10 to 128 characters.');
  }
  if (email !== null && (lower === email || lower === email.split('@')[0])) {
    return refusal('identity.password_is_email', 'The password must not be the e-mail address.');
  }
  if (commonPasswords.has(lower) || oneCharacterRepeated(lower)) {
    return refusal('identity.password_too_common', 'The password is too easy to guess.');
  }
  return undefined;
}

/** Throws unless the password may be used. */
export function checkPassword(password: string, email: string | null): void {
  const fault = passwordFault(password, email);
  if (fault !== undefined) throw fault;
}
