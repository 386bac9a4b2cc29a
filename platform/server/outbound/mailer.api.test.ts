import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createBreakers } from '#platform/server/resilience';
import { silentLog } from '#platform/server/telemetry';
import { startSmtpDouble } from '#platform/testing/smtp-double';
import { createMailer, type Mail } from './index.ts';
import { checkMail } from './mail.rules.ts';

const now = new Date('2030-01-02T03:04:05Z');
const mail: Mail = {
  to: 'ada@example.org',
  subject: 'Ваш код: добро пожаловать',
  text: 'Code 123456\n.\nEnd of it.',
  html: '<p>Code <b>123456</b></p>',
};

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

async function open(smtpUrl?: string, timeoutMs = 10_000) {
  const outboxDirectory = join(await mkdtemp(join(tmpdir(), 'outbox-')), 'outbox');
  closers.push(() => rm(outboxDirectory, { recursive: true, force: true }));
  const said: unknown[] = [];
  const keep = (...line: unknown[]) => void said.push(line);
  const log = { ...silentLog, debug: keep, info: keep, warn: keep, error: keep };
  const breakers = createBreakers({ clock: () => now });
  const from = 'Quintet <no-reply@example.org>';
  const mailer = createMailer({ smtpUrl, from, outboxDirectory, breakers, clock: () => now, log, timeoutMs });
  return { mailer, outboxDirectory, breakers, said };
}

async function smtp() {
  const double = await startSmtpDouble();
  closers.push(() => double.close());
  return double;
}

describe('mail over SMTP', () => {
  it('arrives whole, with sender, one recipient, subject, text and HTML', async () => {
    const double = await smtp();
    const { mailer, said } = await open(double.url);
    await mailer.send(mail);
    const [received] = double.received;
    expect(received).toMatchObject({ from: 'no-reply@example.org', to: ['ada@example.org'] });
    expect(received?.data).toMatch(/^From: Quintet <no-reply@example\.org>$/m);
    expect(received?.data).toMatch(/^Date: Wed, 02 Jan 2030 03:04:05 \+0000$/m);
    expect(received?.data).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(received?.data).toContain('Code 123456\r\n.\r\nEnd of it.');
    expect(received?.data).toContain('text/html');
    expect(await mailer.outbox()).toEqual([]);
    expect(JSON.stringify(said)).not.toMatch(/ada|123456/);
  });

  it('tells a rejected recipient from a server in trouble', async () => {
    const double = await smtp();
    const { mailer, breakers } = await open(double.url);
    double.behave('refuses');
    await expect(mailer.send(mail)).rejects.toMatchObject({ kind: 'invalid', code: 'mail.rejected' });
    expect(breakers.all()).toMatchObject([{ name: 'smtp', failure_count: 0 }]);
    double.behave('busy');
    await expect(mailer.send(mail)).rejects.toThrow();
    expect(breakers.all()).toMatchObject([{ failure_count: 1 }]);
    expect(double.received).toEqual([]);
  });

  it.each([
    ['hangs', 50],
    ['drops', 10_000],
  ] as const)('fails when the server %s', async (behaviour, timeoutMs) => {
    const double = await smtp();
    const { mailer, breakers } = await open(double.url, timeoutMs);
    double.behave(behaviour);
    await expect(mailer.send(mail)).rejects.toThrow();
    expect(breakers.all()).toMatchObject([{ failure_count: 1 }]);
    double.behave('works');
    await mailer.send(mail);
    expect(double.received).toHaveLength(1);
  });

  it('leaves a dead server alone after five failures', async () => {
    const double = await smtp();
    const { mailer } = await open(double.url);
    double.behave('busy');
    for (let index = 0; index < 5; index += 1) await mailer.send(mail).catch(() => undefined);
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'CircuitOpenError', service: 'smtp' });
    expect(double.connections()).toBe(5);
  });
});

describe('outbox', () => {
  it('keeps mails readable for people and mail programs, for their owner only', async () => {
    const { mailer, outboxDirectory } = await open();
    await mailer.send(mail);
    const [entry] = await mailer.outbox();
    expect(entry).toMatchObject({
      ...mail,
      from: 'Quintet <no-reply@example.org>',
      writtenAt: now.toISOString(),
    });
    const names = await readdir(outboxDirectory);
    expect(names.sort()).toEqual([`${entry?.id}.eml`, `${entry?.id}.json`]);
    const eml = await readFile(join(outboxDirectory, `${entry?.id}.eml`), 'latin1');
    expect(eml).toMatch(/^From: Quintet <no-reply@example\.org>\r\n/m);
    expect(eml).toMatch(/^To: ada@example\.org\r\n/m);
    expect(eml.replaceAll('\r\n', '')).not.toContain('\n');
    for (const name of names) expect((await stat(join(outboxDirectory, name))).mode & 0o777).toBe(0o600);
    expect((await stat(outboxDirectory)).mode & 0o777).toBe(0o700);
  });

  it('lists newest first and keeps the last 200', async () => {
    const { mailer, outboxDirectory } = await open();
    for (let index = 0; index < 203; index += 1) await mailer.send({ ...mail, subject: `${index}` });
    const subjects = (await mailer.outbox()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(200);
    expect([subjects.at(0), subjects.at(-1)]).toEqual(['202', '3']);
    expect(await readdir(outboxDirectory)).toHaveLength(400);
  });

  it('is empty before the first mail and passes over what it cannot read', async () => {
    const { mailer, outboxDirectory } = await open();
    expect(await mailer.outbox()).toEqual([]);
    await mailer.send(mail);
    await writeFile(join(outboxDirectory, '9.json'), '{ torn');
    expect(await mailer.outbox()).toHaveLength(1);
  });
});

describe('mails that are refused', () => {
  it.each([
    ['a second recipient', { to: 'a@example.org, b@example.org' }, 'mail.bad_address'],
    ['a name', { to: 'Ada <a@example.org>' }, 'mail.bad_address'],
    ['a header in the address', { to: 'a@example.org\r\nBcc: b@example.org' }, 'mail.bad_address'],
    ['no address', { to: 'ada' }, 'mail.bad_address'],
    ['an endless address', { to: `a@${'x'.repeat(260)}` }, 'mail.bad_address'],
    ['a header in the subject', { subject: 'Hello\nBcc: b@example.org' }, 'mail.bad_subject'],
    ['a NUL in the subject', { subject: 'Hello\0' }, 'mail.bad_subject'],
    ['an endless subject', { subject: 'x'.repeat(301) }, 'mail.bad_subject'],
    ['an endless text', { text: 'x'.repeat(500_001) }, 'mail.too_long'],
  ])('%s', async (_what, part, code) => {
    const { mailer } = await open();
    await expect(mailer.send({ ...mail, ...part })).rejects.toMatchObject({ kind: 'invalid', code });
    expect(await mailer.outbox()).toEqual([]);
  });

  it('lets no line end through in whatever address or subject', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (to, subject) => {
        let passed: Mail;
        try {
          passed = checkMail({ to, subject, text: '' });
        } catch {
          return;
        }
        expect(`${passed.to}${passed.subject}`).not.toMatch(/[\r\n\0\u0085]/);
        expect(passed.to.split('@')).toHaveLength(2);
      }),
      {
        numRuns: 2_000,
        examples: [
          ['a@b', 'x'],
          ['a@b\u0085', 'x'],
          ['a@b', '\ud800'],
        ],
      },
    );
  });
});
