import type { Locator, Page } from 'playwright-core';

/** Says something in the open chat and waits until the answer to it is complete. */
export async function say(page: Page, text: string): Promise<Locator> {
  const answers = page
    .getByRole('log', { name: 'Messages' })
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: 'Copy the answer' }) });
  const before = await answers.count();
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = answers.nth(before);
  await answer.waitFor();
  return answer;
}
