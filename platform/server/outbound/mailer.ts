import type { Clock } from '#base/time';
import type { Breakers } from '#platform/server/resilience';
import type { Log } from '#platform/server/telemetry';
import { checkMail } from './mail.rules.ts';
import { createOutbox } from './outbox.ts';
import { createSmtpSend } from './smtp-mailer.ts';
import type { OutboxMailer } from './types.ts';

export interface MailerOptions {
  /** Undefined: mails are written to the outbox. */
  readonly smtpUrl?: string | undefined;
  /** Sender, `Name <address>`. */
  readonly from: string;
  readonly outboxDirectory: string;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds one mail may take; 30,000. */
  readonly timeoutMs?: number;
}

/**
 * Makes the mailer. One try only: send from a job, whose retries do the rest. An address or subject that could
 * smuggle in headers or further recipients is a `Refusal` of kind `invalid` (`mail.bad_address`,
 * `mail.bad_subject`, `mail.too_long`), so is a recipient the server rejects for good (`mail.rejected`): repeating
 * those is useless. Everything else counts for the breaker `smtp`. Neither address nor words are logged.
 */
export function createMailer(options: MailerOptions): OutboxMailer {
  const { smtpUrl, from, breakers, clock, log } = options;
  const outbox = createOutbox(options.outboxDirectory, from, clock);
  const send =
    smtpUrl === undefined
      ? outbox.write
      : createSmtpSend({ url: smtpUrl, from, breakers, clock, timeoutMs: options.timeoutMs ?? 30_000 });
  return {
    async send(mail) {
      await send(checkMail(mail));
      log.debug({ way: smtpUrl === undefined ? 'outbox' : 'smtp' }, 'A mail went out');
    },
    outbox: async () => (smtpUrl === undefined ? await outbox.list() : []),
  };
}
