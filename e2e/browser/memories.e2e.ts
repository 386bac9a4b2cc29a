import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { beSignedIn, registered } from './person.ts';

async function note(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a note' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill(text);
  await dialog.getByRole('button', { name: 'Remember' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await found(page, text).waitFor();
}

const found = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Memories found' }).getByRole('link').filter({ hasText: text });

describe.skipIf(browserPath === undefined)('memories in the browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function openMemories(): Promise<void> {
    page = await openPage(browser);
    await beSignedIn(page, await registered());
    await page.goto('/app/memory/browse');
  }

  it('shows memories by level and by words', async () => {
    await openMemories();
    await page.getByText('Nothing is remembered yet').waitFor();
    await note(page, 'The spare key hangs behind the mirror.');
    await note(page, 'The piano is tuned every October.');
    await page.getByRole('tab', { name: /^Words\s*2$/ }).click();
    await found(page, 'piano').waitFor();
    await page.getByRole('tab', { name: /^Episodes/ }).click();
    await page.getByText('Nothing on this level yet').waitFor();
    await page.getByRole('tab', { name: /^All/ }).click();

    await page.getByRole('textbox', { name: 'Search in memories' }).fill('mirror');
    await found(page, 'piano').waitFor({ state: 'hidden' });
    await found(page, 'spare key').waitFor();
    await page.getByRole('textbox', { name: 'Search in memories' }).fill('xylophone');
    await page.getByText('No memory matches').waitFor();
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await found(page, 'piano').waitFor();
    await page.context().close();
  });

  it('forgets a memory, keeps it among the forgotten, and brings it back', async () => {
    await openMemories();
    await note(page, 'The green umbrella belongs to Olga.');
    await note(page, 'The blue umbrella is mine.');
    await found(page, 'green umbrella').click();
    const memory = page.getByRole('region', { name: 'Content' });
    await memory.getByRole('button', { name: 'Forget' }).click();
    const dialog = page.getByRole('dialog', { name: 'Forget this memory?' });
    await dialog.getByRole('button', { name: 'Forget' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await found(page, 'green umbrella').waitFor({ state: 'hidden' });
    await found(page, 'blue umbrella').waitFor();

    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('switch', { name: 'Forgotten only' }).click();
    await found(page, 'blue umbrella').waitFor({ state: 'hidden' });
    await found(page, 'green umbrella').click();
    await memory.getByRole('button', { name: 'Restore' }).click();
    await found(page, 'green umbrella').waitFor({ state: 'hidden' });
    await page.getByRole('switch', { name: 'Forgotten only' }).click();
    await found(page, 'green umbrella').waitFor();
    await page.context().close();
  });

  it('deletes a memory for good only after the word was typed', async () => {
    await openMemories();
    await note(page, 'The old phone number ends in 77.');
    await found(page, 'old phone number').click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this memory for good?' });
    const confirm = dialog.getByRole('button', { name: 'Delete for good' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: /to confirm/ }).fill('delete');
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Nothing is remembered yet').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('switch', { name: 'Forgotten only' }).click();
    await page.getByText('No memory matches').waitFor();
    await page.context().close();
  });
});
