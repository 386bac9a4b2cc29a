import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import { type Breakers, withTimeout } from '#platform/server/resilience';
import type { Mail } from './types.ts';

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** The server answered, and said that this mail will never be taken: nothing is wrong with the server. */
function isRejection(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 500
  );
}

/** A connection for each mail, behind the breaker `smtp`; repeating is left to the job that sends. */
export function createSmtpSend({
  url,
  from,
  breakers,
  clock,
  timeoutMs,
}: SmtpOptions): (mail: Mail) => Promise<void> {
  const breaker = breakers.breaker('smtp');

  async function deliver(mail: Mail): Promise<void> {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    });
    try {
      await transport.sendMail({
        ...mail,
        from,
        date: clock(),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      if (!isRejection(error)) throw error;
      const refusal = new Refusal(
        'invalid',
        'mail.rejected',
        'The mail server of this address takes no such mail.',
      );
      refusal.cause = error;
      throw refusal;
    } finally {
      transport.close();
    }
  }

  return async (mail) => await breaker.execute(() => withTimeout(() => deliver(mail), timeoutMs));
}
