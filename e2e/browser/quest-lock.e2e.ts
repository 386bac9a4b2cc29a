import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { browserPath, launch } from '../browser.ts';
import { call, signIn, textAt } from '../client.ts';
import { done } from '../isolation/objects.ts';
import { registered } from './person.ts';
import { openPhone } from './walk.ts';

describe.skipIf(browserPath === undefined)('a player whose account is locked', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is told so at once in an open chat, and asks to be let in again from the page of signing in', async () => {
    const target = inject('targetUrl');
    const { token, ...person } = await registered();
    const admin = await signIn(target, 'admin');
    const me = textAt((await call(target, '/profile/me', { token })).json, 'id');
    const { json: room } = await done('/chats/', { token, json: { kind: 'support' } });
    const page = await openPhone(browser, person);
    await page.goto(`/app/chats/${textAt(room, 'id')}`);
    await page.getByRole('textbox', { name: /сообщение/i }).waitFor();

    await done(`/users/${me}/lock`, { token: admin, json: { reason: 'Жалобы игроков' } });
    // Nothing is clicked: the page finds out by itself.
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    await page.getByRole('textbox', { name: /почта/i }).fill(person.email);
    await page.getByLabel('Пароль').and(page.locator('input')).fill(person.password);
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await page
      .getByText(/заблокирован/)
      .first()
      .waitFor();
    await done(`/users/${me}/unlock`, { token: admin, method: 'POST' });
    await page.context().close();
  });
});
