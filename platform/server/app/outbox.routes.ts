import { defineRoute } from '#platform/contract';
import type { Mount } from '../http/index.ts';
import type { OutboxMailer } from '../outbound/index.ts';

const showOutbox = defineRoute({
  method: 'GET',
  path: '/dev/outbox',
  name: 'platform.show_outbox',
  summary: 'Mails that would have been sent, newest first (development without SMTP only)',
  access: 'operator',
  streams: 'text',
});

/** Shows the development outbox as plain text to people at this machine. */
export function mountOutbox(mount: Mount, mailer: OutboxMailer): void {
  mount(showOutbox, async () => {
    const mails = await mailer.outbox();
    if (mails.length === 0) return 'No mail has been sent yet.\n';
    return mails
      .map(({ writtenAt, to, subject, text }) => `${writtenAt}\nTo: ${to}\nSubject: ${subject}\n\n${text}\n`)
      .join(`\n${'-'.repeat(72)}\n\n`);
  });
}
