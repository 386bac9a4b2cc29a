import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { registered } from './person.ts';

/** Presses a key until the wanted element holds the keyboard, as somebody without a mouse does. */
async function reach(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  const focused = wanted.and(page.locator(':focus'));
  for (let press = 0; press < 60; press += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${wanted}.`);
}

describe.skipIf(browserPath === undefined)('the keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('leads from the address to an answered message and into the account menu', async () => {
    const page = await openPage(browser);
    const { email, password, name } = await registered();
    await page.goto('/app/memory/chat');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await reach(page, page.getByRole('textbox', { name: 'E-mail' }));
    await page.keyboard.type(email);
    await reach(page, page.getByRole('textbox', { name: 'Password' }));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');

    const composer = page.getByRole('textbox', { name: 'Write a message' });
    await composer.waitFor();
    const answered = page.getByRole('button', { name: 'Copy the answer' });
    await reach(page, composer);
    await page.keyboard.type('The meeting with Vera is on Tuesday.');
    await page.keyboard.press('Enter');
    await answered.waitFor();
    await reach(page, composer);
    await page.keyboard.type('When is the meeting with Vera?');
    await page.keyboard.press('Enter');
    const source = page.getByRole('list', { name: 'Sources' }).getByRole('link');
    await source.first().waitFor();

    // Backwards from the composer the sources are close.
    await reach(page, source.first(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const words = page.getByRole('region', { name: 'Content' });
    await words.getByText('The meeting with Vera is on Tuesday.').first().waitFor();

    await reach(page, page.getByRole('button', { name: `Account: ${name}` }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'Account' });
    await menu.waitFor();
    await reach(page, menu.getByRole('menuitem', { name: 'Sign out' }), 'ArrowDown');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await menu.waitFor();
    await reach(page, menu.getByRole('menuitem', { name: 'Account' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await page.context().close();
  });

  it('skips the menus, walks the levels with arrows, and keeps the keyboard inside a dialog', async () => {
    const page = await openPage(browser);
    const person = await registered();
    await page.goto('/app/memory/browse');
    await reach(page, page.getByRole('textbox', { name: 'E-mail' }));
    await page.keyboard.type(person.email);
    await reach(page, page.getByRole('textbox', { name: 'Password' }));
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is remembered yet').waitFor();

    await reach(page, page.getByRole('link', { name: 'Skip to content' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await reach(page, page.getByRole('main'));
    await reach(page, page.getByRole('button', { name: 'Add a note' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a note' });
    await dialog.waitFor();
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const tab = (name: RegExp) => page.getByRole('tab', { name });
    await reach(page, tab(/^All/));
    await reach(page, tab(/^Episodes/), 'ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing on this level yet').waitFor();
    await page.context().close();
  });
});
