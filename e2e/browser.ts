import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser on this machine, if there is one. */
export const browserPath = candidates.find((path) => path !== undefined && existsSync(path));

if (browserPath === undefined) {
  process.stderr.write(
    '\n!!! NO CHROMIUM FOUND: THE BROWSER TESTS ARE SKIPPED. Install chromium or set CHROMIUM.\n\n',
  );
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

let visitor = 0;

/** A fresh person: own cookies, own storage, own address; reads English unless said otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  visitor += 1;
  const context = await browser.newContext({
    baseURL: inject('targetUrl'),
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { 'x-forwarded-for': `2001:db8:b:${visitor.toString(16)}::1` },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  // Demonstration accounts read Russian; a language chosen in this browser comes before that of the account.
  const language = (options.locale ?? 'en').slice(0, 2);
  await context.addInitScript(`localStorage.setItem('quintet.language', '${language}')`);
  return context.newPage();
}

/** What axe finds serious or critical on the page, as readable lines; with `rules` it asks only those. */
export async function seriousViolations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Pages here have no frames, so the extra tab that axe opens for their sake can be spared.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
