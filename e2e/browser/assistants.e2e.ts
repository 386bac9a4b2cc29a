import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage, seriousViolations } from '../browser.ts';
import { beSignedIn, registered } from './person.ts';

const patience = { timeout: 20_000 };
const faulty = 'Procedure Save(Object)\n\tMessage("1");;\nEndProcedure';
const fenced = (words: string): string => `${words}\n\`\`\`bsl\n${faulty}\n\`\`\``;

describe.skipIf(browserPath === undefined)('what can be done in the workspace of the assistants', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function begin(phone = false): Promise<Page> {
    const page = await openPage(browser, phone ? { viewport: { width: 390, height: 844 } } : {});
    await beSignedIn(page, await registered());
    await page.goto('/app/assistants/developer');
    return page;
  }

  const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Ask the assistant' });
  const log = (page: Page): Locator => page.getByRole('log', { name: 'Conversation' });
  const answers = (page: Page): Locator =>
    log(page)
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: 'Answer once more' }) });

  async function ask(page: Page, question: string): Promise<Locator> {
    const before = await answers(page).count();
    await field(page).fill(question);
    await field(page).press('Enter');
    const answer = answers(page).nth(before);
    try {
      await answer.waitFor();
    } catch (error) {
      throw new Error(`There is no answer. The page says: ${await page.getByRole('main').textContent()}`, {
        cause: error,
      });
    }
    return answer;
  }

  async function choose(page: Page, title: string, action: string): Promise<void> {
    await page.getByRole('button', { name: `What to do with “${title}”` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }

  it('asks, edits, goes from variant to variant, asks once more, judges', async () => {
    const page = await begin();
    await ask(page, fenced('Check this code'));
    const edit = page.getByRole('button', { name: 'Edit and ask again' });
    await edit.click();
    await page.keyboard.press('Escape');
    await expect.poll(() => edit.and(page.locator(':focus')).count(), patience).toBe(1);

    await edit.click();
    await page.getByRole('textbox', { name: 'The question' }).fill(fenced('Explain this code'));
    await page.keyboard.press('Control+Enter');
    const asked = (words: string): Locator => log(page).getByRole('article').getByText(words);
    const previous = page.getByRole('button', { name: 'Previous variant' }).first();
    await previous.click();
    await asked('Check this code').waitFor();
    expect(await asked('Explain this code').count()).toBe(0);
    await expect.poll(() => previous.and(page.locator(':focus')).count(), patience).toBe(1);
    await page.getByRole('button', { name: 'Next variant' }).first().click();
    await asked('Explain this code').waitFor();

    await page.getByRole('button', { name: 'Answer once more' }).click();
    await page.getByLabel('Variant 2 of 2').nth(1).waitFor();
    await page.getByRole('button', { name: 'Not useful' }).click();
    await page.getByRole('button', { name: 'Incomplete' }).click();
    await log(page).getByRole('button', { name: 'Send' }).click();
    await log(page).getByText('Thank you.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('names, pins, finds, saves, archives and deletes a conversation', async () => {
    const page = await begin();
    const first = await ask(page, 'What can you do?');
    expect(await first.textContent()).not.toBe('');
    await page.getByRole('button', { name: 'New conversation' }).first().click();
    await answers(page).waitFor({ state: 'hidden' });
    await ask(page, 'How do you do?');
    const list = page.getByRole('list', { name: 'Conversations' });
    await expect.poll(() => list.getByRole('listitem').count(), patience).toBe(2);

    await choose(page, 'What can you do?', 'Rename');
    const dialog = page.getByRole('dialog', { name: 'Rename the conversation' });
    await dialog.getByRole('textbox').fill('  ');
    await page.keyboard.press('Enter');
    await dialog.getByText('Write a name.').waitFor();
    await dialog.getByRole('textbox').fill('Orders: "2026"?');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await choose(page, 'Orders: "2026"?', 'Pin');
    await expect.poll(() => list.getByRole('listitem').first().textContent(), patience).toContain('Orders');

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      choose(page, 'Orders: "2026"?', 'Download as text (Markdown)'),
    ]);
    expect(saved.suggestedFilename()).toBe('Orders 2026.md');
    expect(await readFile(await saved.path(), 'utf8')).toContain('What can you do?');

    const search = page.getByRole('searchbox', { name: 'Search conversations' });
    await search.fill('nothing reads like this');
    await page.getByText('Nothing found.').waitFor();
    await search.fill('orders');
    await expect.poll(() => list.getByRole('listitem').count(), patience).toBe(1);
    await search.fill('');

    await choose(page, 'Orders: "2026"?', 'Move to the archive');
    await page.getByText('The conversation is in the archive.').waitFor();
    await expect.poll(() => list.getByRole('listitem').count(), patience).toBe(1);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await choose(page, 'Orders: "2026"?', 'Delete');
    await page
      .getByRole('dialog', { name: 'Delete the conversation?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('The archive is empty.').waitFor();
    await page.context().close();
  });

  it('takes files along and says why others stay behind, on a phone', async () => {
    const page = await begin(true);
    await field(page).waitFor();
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(content),
    });
    await page
      .getByLabel('Attach files')
      .setInputFiles([file('save.bsl', faulty), file('empty.txt', ''), file('broken.docx', 'no document')]);
    const files = page.getByRole('group', { name: 'Attached files' });
    await files.getByText(/^save\.bsl · /).waitFor();
    const refused = files.getByRole('list', { name: 'Not attached' });
    await expect.poll(() => refused.getByRole('listitem').count(), patience).toBe(2);
    for (const name of ['empty.txt', 'broken.docx'])
      await refused.getByRole('button', { name: `Dismiss: ${name}` }).click();
    const answer = await ask(page, 'Check the code of this file');
    expect(await answer.textContent()).toContain('EmptyStatement');
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it('keeps a prompt with a blank, fills it in, and brings it back after a slip', async () => {
    const page = await begin();
    await field(page).fill('Explain {{module}}');
    await page.getByRole('button', { name: 'Add to the question' }).click();
    await page.getByRole('menuitem', { name: 'Prompts' }).click();
    await page.getByRole('button', { name: 'Keep what I typed' }).click();
    const library = page.getByRole('dialog');
    await library.getByRole('textbox', { name: 'Name' }).fill('An explanation');
    await library.getByRole('button', { name: 'Save' }).click();
    await library.getByRole('button', { name: 'Delete: An explanation' }).click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await library.getByText('An explanation').click();
    await library.getByRole('textbox', { name: 'module' }).fill('Sales');
    await library.getByRole('button', { name: 'Insert' }).click();
    await expect.poll(() => field(page).inputValue(), patience).toBe('Explain Sales');
    await page.context().close();
  });
});
