import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { browserPath, launch } from '../browser.ts';
import { at, call, listAt, textAt, signIn as tokenOf } from '../client.ts';
import { done } from '../isolation/objects.ts';
import { registered } from './person.ts';
import { openPhone } from './walk.ts';

const target = inject('targetUrl');

/** A moderator grants what was asked in these words. */
async function approve(words: string): Promise<void> {
  const token = await tokenOf(target, 'moderator');
  const { json } = await done('/moderation/cases?limit=100', { token });
  const asked = listAt(json, 'items').find((one) => String(at(one, 'preview', 'text')).includes(words));
  const path = `/moderation/cases/${textAt(asked, 'id')}`;
  await done(`${path}/claim`, { token, method: 'POST' });
  await done(`${path}/decide`, { token, json: { decision: 'approve', reason_code: 'fine' } });
}

describe.skipIf(browserPath === undefined)('a player whose account is locked', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is told so at once in an open chat, asks to be let in again, and is when a moderator agrees', async () => {
    const { token, ...person } = await registered();
    const admin = await tokenOf(target, 'admin');
    const me = textAt((await call(target, '/profile/me', { token })).json, 'id');
    const { json: room } = await done('/chats/', { token, json: { kind: 'support' } });
    const page = await openPhone(browser, person);
    await page.goto(`/app/chats/${textAt(room, 'id')}`);
    await page.getByRole('textbox', { name: /сообщение/i }).waitFor();

    await done(`/users/${me}/lock`, { token: admin, json: { reason: 'Жалобы игроков' } });
    // Nothing is clicked: the page finds out by itself.
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    const signIn = async () => {
      await page.getByRole('textbox', { name: /почта/i }).fill(person.email);
      await page.getByLabel('Пароль').and(page.locator('input')).fill(person.password);
      await page.getByRole('button', { name: 'Войти', exact: true }).click();
    };
    await signIn();
    await page
      .getByText(/заблокирован/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Попросить о разблокировке' }).click();
    const words = `Это был мой младший брат, ${me}.`;
    await page.getByRole('textbox', { name: 'Ваше сообщение' }).fill(words);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByRole('status').filter({ hasText: 'Просьба отправлена' }).waitFor();

    await approve(words);
    await page.getByRole('link', { name: 'Ко входу' }).click();
    await signIn();
    await page.getByRole('navigation').first().waitFor();
    await page.context().close();
  });
});
