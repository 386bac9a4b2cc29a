import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { beSignedIn, mailedCode, type Person, registered, signInHere, stranger } from './person.ts';

const stepMilliseconds = 30_000;

/** The code an authenticator app shows; `later` steps after the present one. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + later * stepMilliseconds,
  });
}

async function signOut(page: Page, { name }: Person): Promise<void> {
  await page.getByRole('button', { name: `Account: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

describe.skipIf(browserPath === undefined)('an account in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is made with a code from the mail; a wrong code opens nothing; signing out and in works', async () => {
    const page = await openPage(browser);
    const person = stranger();
    await page.goto('/app/login');
    await page.getByRole('link', { name: 'Create one' }).click();
    await page.getByRole('textbox', { name: 'Your name' }).fill(person.name);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
    await page.getByRole('button', { name: 'Create the account' }).click();

    const field = page.getByRole('textbox', { name: 'Code from the mail' });
    await field.waitFor();
    const code = await mailedCode(person.email);
    await field.pressSequentially(code === '123456' ? '654321' : '123456');
    await page.getByText('The code is wrong or no longer valid.').waitFor();
    await field.pressSequentially(code);
    await page.getByRole('heading', { name: /, Robin Guest$/ }).waitFor();

    await signOut(page, person);
    await page.goto('/app/account');
    await signInHere(page, person);
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/account');
    await page.context().close();
  });

  it('asks for a second step once it is set up; a recovery code works once; it can be switched off', async () => {
    const page = await openPage(browser);
    const person = await registered();
    await beSignedIn(page, person);
    await page.goto('/app/account/security');
    await page.getByRole('button', { name: 'Switch on' }).click();
    const setUp = page.getByRole('dialog', { name: 'Second step' });
    await setUp.getByRole('textbox', { name: 'Password' }).fill(person.password);
    await setUp.getByRole('button', { name: 'Continue' }).click();
    const secret = ((await setUp.getByTestId('totp-secret').textContent()) ?? '').replace(/\s/g, '');
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
    await setUp.getByRole('textbox', { name: 'Six digits from the app' }).pressSequentially(codeOf(secret));
    const saved = page.getByRole('dialog', { name: 'Save your recovery codes' });
    await saved.waitFor();
    const codes = await saved.getByRole('listitem').allTextContents();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    const [first = '', second = ''] = codes;
    await saved.getByRole('button', { name: 'I have saved them' }).click();
    await page.getByRole('button', { name: 'Switch off' }).waitFor();

    // The code of the present step is used up: the next one is taken, as a person would wait for it.
    await signOut(page, person);
    await signInHere(page, person);
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    await page.getByRole('textbox', { name: 'Code from the app' }).pressSequentially(codeOf(secret, 1));
    await page.getByRole('heading', { name: /, Robin Guest$/ }).waitFor();

    await signOut(page, person);
    await signInHere(page, person);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(first);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /, Robin Guest$/ }).waitFor();

    await signOut(page, person);
    await signInHere(page, person);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(first);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('The code is wrong').waitFor();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(second);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /, Robin Guest$/ }).waitFor();

    await page.goto('/app/account/security');
    await page.getByRole('button', { name: 'Switch off' }).click();
    const off = page.getByRole('dialog', { name: 'Switch the second step off?' });
    await off.getByRole('textbox', { name: 'Password' }).fill(person.password);
    await off.getByRole('textbox', { name: 'Code from the app' }).fill(codes[2] ?? '');
    await off.getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('button', { name: 'Switch on' }).waitFor();
    await signOut(page, person);
    await signInHere(page, person);
    await page.getByRole('heading', { name: /, Robin Guest$/ }).waitFor();
    await page.context().close();
  });
});
