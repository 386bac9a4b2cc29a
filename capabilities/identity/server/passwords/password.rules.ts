import { Refusal } from '#base/refusal';
import { commonPasswords } from './common-passwords.ts';

const minPasswordLength = 10;
const maxPasswordLength = 128;

function oneCharacterRepeated(password: string): boolean {
  return new Set(password).size <= 2;
}

function refusal(code: string, message: string, pointer: string): Refusal {
  return new Refusal('invalid', code, message, { errors: [{ pointer, message }] });
}

/** Why a password may not be used, or undefined when it may. */
export function passwordFault(
  password: string,
  email: string | null,
  pointer = '/body/password',
): Refusal | undefined {
  const lower = password.normalize('NFKC').toLowerCase();
  const length = [...password].length;
  if (length < minPasswordLength || password.length > maxPasswordLength) {
    return refusal('identity.password_length', 'The password must have 10 to 128 characters.', pointer);
  }
  if (email !== null && (lower === email || lower === email.split('@')[0])) {
    return refusal('identity.password_is_email', 'The password must not be the e-mail address.', pointer);
  }
  if (commonPasswords.has(lower) || oneCharacterRepeated(lower)) {
    return refusal('identity.password_too_common', 'The password is too easy to guess.', pointer);
  }
  return undefined;
}

/** Throws unless the password may be used; `pointer` names the field it came in. */
export function checkPassword(password: string, email: string | null, pointer?: string): void {
  const fault = passwordFault(password, email, pointer);
  if (fault !== undefined) throw fault;
}
