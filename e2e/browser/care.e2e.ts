import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../browser.ts';
import { beSignedIn, registered } from './person.ts';

const dayMilliseconds = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * dayMilliseconds).toISOString();

const talks = [
  ['garden', 'tomatoes', 'greenhouse', 'watering'],
  ['guitar', 'chords', 'teacher Oleg', 'the spring concert'],
  ['kitchen', 'oven', 'bread', 'rye flour'],
] as const;

/** Three conversations on different days, as lines of an import. */
const turns = talks.flatMap((words, talk) =>
  words.map((word, turn) =>
    JSON.stringify({
      session_id: `talk-${talk}`,
      speaker: 'user',
      content: `In ${words[0]} week I spent an evening with ${word}; next comes ${words[(turn + 1) % 4]}.`,
      occurred_at: ago(20 - talk * 5),
    }),
  ),
);

const oldTrifle = (): string =>
  JSON.stringify({
    type: 'node',
    id: randomUUID(),
    level: 0,
    kind: 'note',
    session_id: null,
    ordinal: 0,
    label: 'The bus was late.',
    content: 'The bus was late.',
    speaker: null,
    caption: null,
    occurred_at: ago(90),
    importance: 0.05,
    access_count: 0,
    last_accessed_at: null,
    group_key: null,
    consolidated: true,
    metadata: {},
    created_at: ago(90),
  });

async function importLines(page: Page, lines: readonly string[]): Promise<void> {
  const chosen = page.locator('input[type="file"]');
  await chosen.setInputFiles({
    name: 'memories.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(`${lines.join('\n')}\n`),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe.skipIf(browserPath === undefined)('care of the memory in the browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function openCare(): Promise<void> {
    page = await openPage(browser);
    await beSignedIn(page, await registered());
    await page.goto('/app/memory/care');
  }

  it('consolidates on demand and shows what came of it', async () => {
    await openCare();
    await importLines(page, turns);
    await page.getByText('12 imported, 0 already known.').waitFor();
    const consolidation = card(page, 'Consolidation');
    await consolidation.getByRole('button', { name: 'Consolidate now' }).click();
    const result = consolidation.getByRole('status').filter({ hasText: /^\d+episodes/ });
    await result.waitFor();
    expect(await result.textContent()).toMatch(/^[1-9]\d*episodes/);
    await consolidation.getByText('Everything is consolidated').waitFor();

    await page.getByRole('link', { name: 'Memories', exact: true }).click();
    await page.getByRole('tab', { name: /^Episodes\s*[1-9]/ }).click();
    await page.getByRole('list', { name: 'Memories found' }).getByRole('link').first().click();
    // An episode leads back to the words it was made from.
    await page.getByRole('tree', { name: 'Made from' }).getByRole('treeitem').first().waitFor();
    await page.context().close();
  });

  it('shows what a clean-up would do, then does it, and lets it be taken back', async () => {
    await openCare();
    const cleanUp = card(page, 'Clean-up');
    await importLines(page, turns.slice(0, 1));
    await page.getByText('1 imported, 0 already known.').waitFor();
    await cleanUp.getByRole('button', { name: 'See what would go' }).click();
    await cleanUp.getByText('Nothing to clean up').waitFor();

    await importLines(page, [oldTrifle()]);
    await page.getByText('1 imported, 0 already known.').waitFor();
    await cleanUp.getByRole('button', { name: 'See what would go' }).click();
    await cleanUp.getByText('This would forget 1 and delete 0 for good.').waitFor();
    expect(await card(page, 'Forgotten memories').getByText('The bus was late.').count()).toBe(0);

    await cleanUp.getByRole('button', { name: 'Clean up now' }).click();
    const dialog = page.getByRole('dialog', { name: 'Clean up the memory?' });
    await dialog.getByRole('button', { name: 'Clean up now' }).click();
    await page.getByText('1 forgotten, 0 deleted for good.').waitFor();
    const forgotten = card(page, 'Forgotten memories');
    await forgotten.getByText('The bus was late.').first().waitFor();
    await forgotten.getByRole('button', { name: 'Restore “The bus was late.”' }).click();
    await forgotten.getByText('Nothing is forgotten').waitFor();
    await page.context().close();
  });

  it('exports what was said, and names the line of an import that cannot be read', async () => {
    await openCare();
    await importLines(page, [turns[0] ?? '', '{"session_id": "talk-0", "content": ']);
    await page.getByText('Nothing was imported').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Line 2' }).waitFor();

    await importLines(page, turns);
    await page.getByText('12 imported, 0 already known.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^memory-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => line.includes('teacher Oleg')).length).toBeGreaterThan(0);
    await page.context().close();
  });
});
