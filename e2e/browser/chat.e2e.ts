import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { say } from './conversation.ts';
import { beSignedIn, registered } from './person.ts';

describe.skipIf(browserPath === undefined)('chat in the browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function openChat(): Promise<void> {
    page = await openPage(browser);
    await beSignedIn(page, await registered());
    await page.goto('/app/memory/chat');
  }

  it('remembers what was said, streams an answer that cites it, and leads from there into the graph', async () => {
    await openChat();
    await say(page, 'My sister Marina lives in Lisbon and grows lemons.');
    const stream = page.waitForResponse((answer) => answer.url().endsWith('/chat/stream'));
    const answer = await say(page, 'Where does my sister Marina live?');
    expect((await stream).headers()['content-type']).toContain('text/event-stream');
    expect(await answer.textContent()).toContain('Lisbon');

    const source = answer
      .getByRole('list', { name: 'Sources' })
      .getByRole('link', { name: /^Source \d+\b/ })
      .filter({ hasText: 'Lisbon' });
    await source.first().click();
    const memory = page.getByRole('region', { name: 'Content' });
    await memory.getByText('My sister Marina lives in Lisbon and grows lemons.').first().waitFor();

    await memory.getByRole('link', { name: 'Show in graph' }).click();
    const selected = page
      .getByRole('listbox', { name: 'Memories in view' })
      .getByRole('option', { selected: true });
    await selected.filter({ hasText: 'Marina lives in Lisbon' }).waitFor();
    expect(await selected.count()).toBe(1);
    await page.context().close();
  });

  it('learns from a thumb with a reason, and the strategies show it', async () => {
    await openChat();
    await say(page, 'My bicycle is green and stands in the cellar.');
    const answer = await say(page, 'What colour is my bicycle?');
    const thumb = answer.getByRole('button', { name: 'Not useful' });
    await thumb.click();
    await answer.getByRole('button', { name: 'Incomplete' }).click();
    await answer.getByRole('status').filter({ hasText: 'Thank you' }).waitFor();
    expect(await thumb.getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('link', { name: 'Strategies' }).click();
    const rows = page.getByRole('table', { name: /Retrieval strategies/ }).getByRole('row');
    const judged = rows.filter({ hasText: /\d\s?%/ });
    await judged.first().waitFor();
    expect(await judged.count()).toBeLessThan((await rows.count()) - 1);

    // The judgement is still there when the conversation is read again.
    await page.goBack();
    await page.getByRole('button', { name: 'Not useful', pressed: true }).waitFor();
    await page.context().close();
  });

  it('shows what looks like markup as the text it is', async () => {
    await openChat();
    const attack = '<img src="x" onerror="window.harmed = true"> <b>bold</b>';
    await say(page, attack);
    const answer = await say(page, 'What did I say about bold?');
    await page.getByRole('article').filter({ hasText: attack }).first().waitFor();
    await answer.waitFor();
    await page.getByRole('link', { name: 'Memories', exact: true }).click();
    await page.getByRole('list', { name: 'Memories found' }).getByText(attack).first().click();
    await page.getByRole('region', { name: 'Content' }).getByText(attack).first().waitFor();
    await page.getByRole('link', { name: 'Show in graph' }).click();
    await page.getByRole('option', { selected: true }).getByText(attack).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.evaluate('"harmed" in window')).toBe(false);
    await page.context().close();
  });
});
