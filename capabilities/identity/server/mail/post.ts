import { createSecretBox } from '#platform/server/config';
import type { Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Mailer } from '#platform/server/outbound';
import { sendMail } from '../jobs/definitions.ts';
import { compose, type Letter, type Notice } from './letters.ts';

interface Addressee {
  readonly email: string;
  readonly locale: 'ru' | 'en';
}

export interface Post {
  /** Hands the letter to a job in the transaction: a mail server that is down loses nothing. */
  send(tx: Tx, to: Addressee, letter: Letter | Notice): Promise<void>;
  /** What the job does. */
  deliver(sealed: string): Promise<void>;
}

const context = 'letter';

export function createPost(secretKey: string, jobs: Jobs, mailer: Mailer): Post {
  const box = createSecretBox(secretKey, 'identity.mail');
  return {
    async send(tx, { email, locale }, letter) {
      const sealed = box.seal(JSON.stringify({ email, locale, letter }), context);
      await jobs.send(tx, sendMail, { sealed: sealed.toString('base64') });
    },
    async deliver(sealed) {
      const content: Addressee & { letter: Letter | Notice } = JSON.parse(
        box.open(Buffer.from(sealed, 'base64'), context),
      );
      await mailer.send(compose(content.email, content.locale, content.letter));
    },
  };
}
