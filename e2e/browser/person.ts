import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { call, demoAddress, demoPassword, textAt } from '../client.ts';
import { until } from '../until.ts';

export interface Person {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** A demonstration account. */
export function demoPerson(role: string): Person {
  return { email: demoAddress(role), password: demoPassword, name: `Demo ${role}` };
}

/** Somebody nobody has seen yet. */
export function stranger(): Person {
  return { email: `guest-${randomUUID()}@example.org`, password: 'violet lamp orbit', name: 'Robin Guest' };
}

/** The code of the newest mail to an address, from the development outbox. */
export function mailedCode(email: string): Promise<string> {
  return until(`A mail to ${email}`, async () => {
    // Shown to this machine only: a request through a proxy would be refused.
    const text = await (await fetch(`${inject('targetUrl')}/dev/outbox`)).text();
    const mail = text.split(`To: ${email}\n`)[1]?.split('-'.repeat(72))[0];
    return mail === undefined ? undefined : /\b(\d{6})\b/.exec(mail)?.[1];
  });
}

/** A confirmed account of its own, with its access token. */
export async function registered(): Promise<Person & { readonly token: string }> {
  const person = stranger();
  const { email, password, name } = person;
  const target = inject('targetUrl');
  const asked = await call(target, '/auth/register', {
    json: { email, password, display_name: name, locale: 'en', time_zone: 'UTC' },
  });
  if (asked.status >= 300) throw new Error(`Registration failed: ${asked.text}`);
  const verified = await call(target, '/auth/verify-email', {
    json: { email, code: await mailedCode(email) },
  });
  if (verified.status >= 300) throw new Error(`Confirmation failed: ${verified.text}`);
  return { ...person, token: textAt(verified.json, 'access_token') };
}

/** Gives the page the session of a person without the pages of signing in, which have tests of their own. */
export async function beSignedIn(page: Page, { email, password }: Person): Promise<void> {
  const answer = await page.request.post('/auth/login', {
    data: { email, password },
    headers: { 'x-quintet-client': 'web' },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
}

/** Fills the sign-in page that is open. */
export async function signInHere(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: false }).and(page.locator('input')).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
