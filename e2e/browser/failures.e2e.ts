import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { beSignedIn, demoPerson, registered, signInHere } from './person.ts';

describe.skipIf(browserPath === undefined)('what can go wrong in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('says that the password is wrong without saying whether the account exists', async () => {
    const page = await openPage(browser);
    const person = await registered();
    await page.goto('/app/login');
    const texts: string[] = [];
    for (const email of [person.email, `nobody-${person.email}`]) {
      await signInHere(page, { ...person, email, password: 'not the password' });
      const alert = page
        .getByRole('alert')
        .filter({ hasText: 'The e-mail address or the password is wrong.' });
      await alert.waitFor();
      texts.push(((await alert.textContent()) ?? '').replace(/Request .*/, ''));
      await page.reload();
    }
    expect(texts[0]).toBe(texts[1]);
    await page.context().close();
  });

  it('leads from a guarded address through sign-in back to it, and never to another site', async () => {
    const page = await openPage(browser);
    const person = demoPerson('analyst');
    await page.goto('/app/memory/browse?level=l2');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signInHere(page, person);
    await page.getByRole('tab', { name: /^Facts and topics/, selected: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/memory/browse');
    await page.context().close();

    const lured = await openPage(browser);
    await lured.goto('/app/login?next=https%3A%2F%2Fexample.org%2F');
    await signInHere(lured, person);
    await lured.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    expect(new URL(lured.url()).pathname).toMatch(/^\/app\/?$/);
    await lured.context().close();
  });

  it('has a page for addresses that do not exist and for pages that are not open', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('author'));
    await page.goto('/app/nowhere/at/all');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.getByRole('link', { name: 'To the start page' }).click();
    await page.getByRole('heading', { name: /, Demo author$/ }).waitFor();
    await page.goto('/app/admin/audit');
    await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor();
    await page.context().close();
  });

  it('says so when the network is away, and works again when it is back', async () => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('doctor'));
    await page.goto('/app/memory/care');
    await page.getByRole('button', { name: 'See what would go' }).waitFor();
    await page.context().setOffline(true);
    const notice = page.getByRole('status').filter({ hasText: 'No network.' });
    await notice.waitFor();
    await page.getByRole('button', { name: 'See what would go' }).click();
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing to clean up').waitFor();
    await page.context().close();
  });

  it.each([
    { status: 500, kind: 'internal', text: 'Something went wrong on our side.' },
    { status: 503, kind: 'unavailable', text: 'The service is not available at the moment.' },
  ])('explains an answer of $status, and trying again helps', async ({ status, kind, text }) => {
    const page = await openPage(browser);
    await beSignedIn(page, demoPerson('manager'));
    // The one thing a healthy server cannot be asked for: a failure.
    await page.route('**/memory/strategies', (route) =>
      route.request().resourceType() === 'document'
        ? route.continue()
        : route.fulfill({
            status,
            contentType: 'application/problem+json',
            body: JSON.stringify({
              type: 'about:blank',
              title: 'x',
              status,
              code: kind,
              detail: 'secret detail',
            }),
          }),
    );
    await page.goto('/app/memory/strategies');
    const alert = page.getByRole('alert').filter({ hasText: text });
    await alert.waitFor();
    expect(await page.getByText('secret detail').count()).toBe(0);
    await page.unroute('**/memory/strategies');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table').waitFor();
    await page.context().close();
  });
});
