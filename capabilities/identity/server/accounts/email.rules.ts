import { Refusal } from '#base/refusal';

/** The form in which addresses are kept and compared. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** Throws unless the running system knows the IANA time zone. */
export function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Refusal('invalid', 'identity.time_zone_unknown', 'There is no such time zone.', {
      errors: [{ pointer: '/body/time_zone', message: 'There is no such time zone.' }],
    });
  }
}

/** A lone half of a surrogate pair cannot be stored as UTF-8. */
export function checkText(pointer: string, text: string | undefined): void {
  if (text === undefined || (text.isWellFormed() && !text.includes('\u0000'))) return;
  throw new Refusal(
    'invalid',
    'identity.text_malformed',
    'The text contains characters that cannot be stored.',
    {
      errors: [{ pointer, message: 'contains characters that cannot be stored' }],
    },
  );
}
