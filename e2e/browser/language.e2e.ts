import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { beSignedIn, demoPerson } from './person.ts';

/** Names that are the same in every language. */
const international =
  /^(Quintet|EN|Demo admin|Robin Guest|API|JSON|ID|OpenAPI|e-mail|Instagram|SARIF|JUnit|BPMN|BPMN XML|Mermaid|PlantUML|BSL|MCP|CSV|ISO|№)$/i;

const pages = [
  '/app/',
  '/app/memory/chat',
  '/app/memory/browse',
  '/app/memory/graph',
  '/app/memory/care',
  '/app/memory/strategies',
  '/app/account',
  '/app/account/security',
  '/app/account/api-keys',
  '/app/account/data',
  '/app/admin/users',
  '/app/admin/roles',
  '/app/admin/audit',
  '/app/quests',
  '/app/quests/favourites',
  '/app/play',
  '/app/teams',
  '/app/leaderboards',
  '/app/friends',
  '/app/players/me',
  '/app/players/me/edit',
  '/app/shop',
  '/app/shop/cart',
  '/app/orders',
  '/app/studio',
  '/app/studio/earnings',
  '/app/companies',
  '/app/assistants',
  '/app/assistants/code',
  '/app/assistants/query',
  '/app/assistants/code/reviews',
  '/app/assistants/code/rules',
  '/app/assistants/requirements',
  '/app/assistants/plans',
  '/app/assistants/plans/new',
  '/app/assistants/diagrams',
  '/app/assistants/knowledge',
  '/app/assistants/projects',
  '/app/assistants/roles',
  '/app/assistants/usage',
  '/app/chats',
  '/app/chats/blocked',
  '/app/notifications',
  '/app/notifications/preferences',
  '/app/wallet',
  '/app/moderation',
  '/app/moderation/reasons',
  '/app/admin/quests',
  '/app/admin/dictionaries',
  '/app/admin/sessions',
  '/app/admin/orders',
  '/app/admin/merch',
  '/app/admin/promo-codes',
  '/app/admin/payouts',
  '/app/admin/payments',
  '/app/admin/reconciliation',
];

describe.skipIf(browserPath === undefined)('Russian', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is spoken by menus, headings, tabs and buttons of every page', async () => {
    const page = await openPage(browser, { locale: 'ru-RU' });
    await page.goto('/app/login');
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    await beSignedIn(page, demoPerson('admin'));
    const foreign: string[] = [];
    for (const path of pages) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('ru');
      // Accounts are called as their owners like; their rows are no texts of ours.
      const names = await page
        .locator('nav a, h1, h2, h3, button, [role=tab], label, th[scope=col], main > div > p')
        .and(page.locator(':not(main ul *)'))
        .allTextContents();
      for (const name of names.map((text) => text.trim())) {
        const words = name.replace(/[\d\s*·]+/g, ' ').trim();
        if (words !== '' && !/[а-яё]/i.test(words) && !international.test(words)) {
          foreign.push(`${path}: ${name}`);
        }
      }
    }
    expect(foreign).toEqual([]);
    await page.context().close();
  });
});
