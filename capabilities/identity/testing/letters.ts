import { createSecretBox } from '#platform/server/config';
import { sql } from '#platform/server/database';
import type { TestApp } from '#platform/testing';

/** A letter as it was handed to the post, before any mail server saw it. */
export interface SentLetter {
  readonly email: string;
  readonly locale: 'ru' | 'en';
  readonly letter: {
    readonly kind: string;
    readonly code?: string;
    /** Of a letter that another module wrote. */
    readonly subject?: string;
    readonly text?: string;
  };
}

/** Every letter to an address so far, oldest first. */
export async function lettersTo({ app, test }: TestApp, email: string): Promise<readonly SentLetter[]> {
  const box = createSecretBox(app.config.secretKey, 'identity.mail');
  const rows = await test.database.rows<{ sealed: string }>(
    sql`SELECT data->>'sealed' AS sealed FROM jobs.job WHERE name = 'identity.send_mail' ORDER BY created_on, id`,
  );
  const letters = rows.map(
    ({ sealed }): SentLetter => JSON.parse(box.open(Buffer.from(sealed, 'base64'), 'letter')),
  );
  return letters.filter((letter) => letter.email === email);
}

/** The code in the newest letter to an address. Throws when there is none. */
export async function lastCodeTo(app: TestApp, email: string): Promise<string> {
  const code = (await lettersTo(app, email)).findLast(({ letter }) => letter.code !== undefined)?.letter.code;
  if (code === undefined) throw new Error('No code was sent there.');
  return code;
}
