import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserPath, launch, openPage, seriousViolations } from '../browser.ts';
import { call, signIn, textAt } from '../client.ts';
import { say } from './conversation.ts';
import { beSignedIn, demoPerson, registered } from './person.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };

const isSettled = `document.querySelector('main') !== null
  && document.querySelector('[aria-busy=true], [aria-label^="Loading"], .MuiSkeleton-root') === null
  && document.getAnimations().every(
    (animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity)`;

/** Waits until nothing loads, fades or slides any more; asked from outside, as the page's policy forbids to poll inside. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isSettled), { timeout: 20_000 }).toBe(true);
}

/** What is wrong with the open screen, wide and narrow, light and dark; colours are all that light and dark change. */
async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const found = await seriousViolations(
        page,
        colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined,
      );
      faults.push(...found.map((fault) => `${name} ${viewport.width}px ${colorScheme}: ${fault}`));
      const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      if (overflow === true) faults.push(`${name} ${viewport.width}px: wider than the window`);
    }
  }
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

describe.skipIf(browserPath === undefined)('accessibility', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function faultsOfAll(page: Page, paths: readonly string[]): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(`/app${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      faults.push(...(await faultsOf(page, path)));
    }
    return faults;
  }

  it('would be found missing: a planted image without a text, and grey on white', async () => {
    const page = await openPage(browser);
    await page.goto('/app/login');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
      '<img src="/app/mark.svg" width="20"><p style="color:#ccc;background:#fff">pale</p>')`);
    const faults = await faultsOf(page, 'planted');
    for (const rule of ['1280px light: image-alt', '390px light: image-alt', '390px dark: color-contrast']) {
      expect(faults.some((fault) => fault.includes(rule))).toBe(true);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
    await page.context().close();
  });

  it('finds nothing serious on the pages before sign-in', async () => {
    const page = await openPage(browser);
    const paths = ['/login', '/register', '/verify-email', '/forgot-password', '/nowhere'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on the screens of the memory', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('user'));
    await page.goto('/app/memory/chat');
    await say(page, 'What is the name of my cat? Как зовут мою кошку?');
    const faults = [...(await faultsOf(page, 'an answered chat'))];

    await page.goto('/app/memory/browse');
    await page.getByRole('list', { name: 'Memories found' }).getByRole('link').first().waitFor();
    faults.push(...(await faultsOf(page, 'memories')));
    await page.getByRole('list', { name: 'Memories found' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Forget' }).waitFor();
    faults.push(...(await faultsOf(page, 'a memory')));

    await page.goto('/app/memory/graph');
    await page.getByRole('listbox', { name: 'Memories in view' }).getByRole('option').first().click();
    await page.getByRole('button', { name: 'Expand neighbours' }).waitFor();
    faults.push(...(await faultsOf(page, 'graph')));
    faults.push(...(await faultsOfAll(page, ['/', '/memory/care', '/memory/strategies'])));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on the screens of the account', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('patient'));
    const paths = ['/account', '/account/security', '/account/api-keys', '/account/data'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on the screens of administration', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('admin'));
    const faults = [...(await faultsOfAll(page, ['/admin/users', '/admin/roles', '/admin/audit']))];
    await page.goto('/app/admin/users');
    const list = page.getByRole('list', { name: 'Accounts' });
    await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill('doctor@demo');
    await list.getByRole('link', { name: /Demo doctor/ }).click();
    await page.getByRole('button', { name: 'Save the roles' }).waitFor();
    faults.push(...(await faultsOf(page, 'a user')));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious where quests are found and bought', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('user'));
    const { json: quests } = await call(inject('targetUrl'), '/v2/quests?sort=popular');
    const quest = `/quests/${textAt(quests, 'items', 0, 'id')}`;
    const { json: merch } = await call(inject('targetUrl'), '/v2/merch');
    const article = `/shop/${textAt(merch, 'items', 0, 'id')}`;
    const paths = ['/quests', quest, '/quests/favourites', '/shop', article, '/orders', '/wallet'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on a walk', async () => {
    const target = inject('targetUrl');
    const person = await registered();
    const { token } = person;
    const { json: quests } = await call(target, '/v2/quests?price_max=0');
    const json = { quest_id: textAt(quests, 'items', 0, 'id') };
    const walk = await call(target, '/v2/sessions', { token, json });
    const team = await call(target, '/v2/teams', { token, json: { name: 'Bridges' } });
    const page = await openPage(browser);
    await beSignedIn(page, person);
    const paths = [
      `/play/${textAt(walk.json, 'id')}`,
      '/play',
      '/teams',
      `/teams/${textAt(team.json, 'id')}`,
    ];
    expect(await faultsOfAll(page, [...paths, '/leaderboards'])).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious among people', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('user'));
    const paths = ['/friends', '/players/me', '/chats', '/notifications'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious in a company and what belongs to it', async () => {
    const target = inject('targetUrl');
    const token = await signIn(target, 'admin');
    const { json: companies } = await call(target, '/companies/', { token });
    const company = `/companies/${textAt(companies, 'items', 0, 'id')}`;
    const first = async (list: string) => {
      const { json } = await call(target, `/api/assistants/${list}`, { token });
      return textAt(json, 'items', 0, 'id');
    };
    const project = `/assistants/projects/${await first('projects')}`;
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('admin'));
    const paths = [
      '/companies',
      company,
      `${company}/audit`,
      `${company}/enter`,
      '/assistants/code/reviews',
      '/assistants/requirements',
      '/assistants/diagrams',
      '/assistants/plans',
      `/assistants/plans/${await first('plans')}`,
      '/assistants/knowledge',
      `/assistants/knowledge/${await first('knowledge/collections')}`,
      '/assistants/projects',
      project,
      `${project}/objects`,
      '/assistants/usage',
      '/assistants/usage/developer',
    ];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious in the studio', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('author'));
    const token = await signIn(inject('targetUrl'), 'author');
    const { json: quests } = await call(inject('targetUrl'), '/v2/authors/me/quests', { token });
    const quest = `/studio/${textAt(quests, 'items', 0, 'id')}`;
    const paths = ['/studio', quest, `${quest}?tab=route`, `${quest}?tab=check`, '/studio/earnings'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on the desks of moderators and operators', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('admin'));
    const paths = ['/moderation', '/admin/quests', '/admin/dictionaries', '/admin/sessions', '/admin/orders'];
    expect(await faultsOfAll(page, paths)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing serious on the desks of the shop and of money', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('admin'));
    const shop = ['/admin/merch', '/admin/promo-codes', '/admin/payouts'];
    expect(await faultsOfAll(page, [...shop, '/admin/payments', '/admin/reconciliation'])).toEqual([]);
    await page.context().close();
  });
});
