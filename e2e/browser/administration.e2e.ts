import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { call } from '../client.ts';
import { beSignedIn, demoPerson, registered } from './person.ts';

describe.skipIf(browserPath === undefined)('administration in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** The administrator, on the page of the account with this address. */
  async function administratorAt(email: string): Promise<Page> {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('admin'));
    await page.goto('/app/admin/users');
    await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill(email);
    await page.getByRole('list', { name: 'Accounts' }).getByRole('link', { name: email }).click();
    await page.getByRole('heading', { name: 'Robin Guest' }).waitFor();
    return page;
  }

  it('gives and takes a role: rights follow on the next request, menus on the next page', async () => {
    const person = await registered();
    const page = await openPage(browser);
    await beSignedIn(page, person);
    await page.goto('/app/');
    const menu = page.getByRole('navigation', { name: 'Main navigation' });
    await menu.getByRole('link', { name: 'Memories' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Users' }).count()).toBe(0);
    const users = async () =>
      (await call(inject('targetUrl'), '/users/?limit=1', { token: person.token })).status;
    expect(await users()).toBe(403);

    const administrator = await administratorAt(person.email);
    const moderator = administrator.getByRole('checkbox', { name: /^Moderator/ });
    const save = async () => {
      await administrator.getByRole('button', { name: 'Save the roles' }).click();
      await administrator.getByText('Not saved yet').waitFor({ state: 'hidden' });
    };
    await moderator.click();
    await save();
    // The access token from before the change opens the door now: rights are asked for, not carried.
    expect(await users()).toBe(200);
    await page.reload();
    await menu.getByRole('link', { name: 'Users' }).click();
    await page.getByRole('list', { name: 'Accounts' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Roles' }).count()).toBe(0);

    await moderator.click();
    await save();
    expect(await users()).toBe(403);
    await page.reload();
    await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Users' }).count()).toBe(0);
    await page.context().close();
    await administrator.context().close();
  });

  it('locks an account: its session ends at once and it cannot sign in until unlocked', async () => {
    const person = await registered();
    const page = await openPage(browser);
    await beSignedIn(page, person);
    await page.goto('/app/memory/care');
    await page.getByRole('heading', { name: 'Care' }).waitFor();

    const administrator = await administratorAt(person.email);
    await administrator.getByRole('button', { name: 'Lock the account…' }).click();
    const dialog = administrator.getByRole('dialog', { name: 'Lock Robin Guest?' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked for by the owner');
    await dialog.getByRole('button', { name: 'Lock', exact: true }).click();
    // The reason stands in the dialog, too: only its end says that the lock holds.
    await dialog.waitFor({ state: 'hidden' });
    await administrator.getByText('Asked for by the owner').waitFor();

    const me = await call(inject('targetUrl'), '/profile/me', { token: person.token });
    expect(me.status).toBe(401);
    const menu = page.getByRole('navigation', { name: 'Main navigation' });
    await menu
      .getByRole('link', { name: 'Strategies' })
      .click({ timeout: 2_000 })
      .catch(() => {});
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This account is locked. A moderator can unlock it.').waitFor();

    await administrator.getByRole('button', { name: 'Unlock' }).click();
    await administrator.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click();
    await administrator.getByRole('button', { name: 'Lock the account…' }).waitFor();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();

    await administrator.goto('/app/admin/audit');
    await administrator.getByText('Account unlocked').first().waitFor();
    await page.context().close();
    await administrator.context().close();
  });
});
