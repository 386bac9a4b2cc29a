import type { Tx } from '#platform/server/database';
import { findAccount } from '../accounts/account.store.ts';
import type { Post } from './post.ts';

/** A letter to a person; the sender never learns the address. */
export interface PersonalMail {
  readonly userId: string;
  /** One line of at most 300 characters. */
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** A letter to an address that a person named. */
export interface AddressedMail extends Omit<PersonalMail, 'userId'> {
  readonly email: string;
  readonly locale: 'ru' | 'en';
}

/** Makes `Identity.mail`: nothing goes to an address that was never proven. */
export function createPersonalMail(post: Post) {
  return async (tx: Tx, { userId, ...content }: PersonalMail): Promise<boolean> => {
    const account = await findAccount(tx, userId);
    if (account === undefined || account.email === null || account.email_verified_at === null) return false;
    await post.send(tx, { email: account.email, locale: account.locale }, { kind: 'notice', ...content });
    return true;
  };
}
