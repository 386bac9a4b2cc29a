import { Refusal } from '#base/refusal';
import type { Mail } from './types.ts';

const longestAddress = 254;
const longestSubject = 300;
const longestText = 500_000;
// One plain address (RFC 5321 without quoted local parts); separators would make it several.
const address = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+$/u;
const control = /\p{Cc}/u;

function refuse(reason: 'bad_address' | 'bad_subject' | 'too_long', message: string): never {
  throw new Refusal('invalid', `mail.${reason}`, message);
}

/**
 * Refuses what could become a second recipient or a header of its own. Lone surrogates are replaced,
 * because they cannot be written in UTF-8.
 */
export function checkMail(mail: Mail): Mail {
  if (mail.to.length > longestAddress || control.test(mail.to) || !address.test(mail.to)) {
    refuse('bad_address', 'This is no e-mail address.');
  }
  if (mail.subject.length > longestSubject || control.test(mail.subject)) {
    refuse('bad_subject', 'The subject of a mail is one line of at most 300 characters.');
  }
  if (mail.text.length + (mail.html?.length ?? 0) > longestText) {
    refuse('too_long', 'The mail is too long.');
  }
  return {
    to: mail.to.toWellFormed(),
    subject: mail.subject.toWellFormed(),
    text: mail.text.toWellFormed(),
    ...(mail.html === undefined ? {} : { html: mail.html.toWellFormed() }),
  };
}
