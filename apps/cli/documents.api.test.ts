import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startTestApp } from '#platform/testing';
import { modules } from '../server/modules.ts';
import { configDocument } from './config.ts';
import { version } from './version.ts';

const committed = (name: string) =>
  readFile(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');

it('docs/config.md describes the present variables', async () => {
  const same = (await committed('config.md')) === configDocument();
  expect(same, 'Run: npx quintet config --markdown docs/config.md').toBe(true);
});

it('docs/openapi.json is the present description', async () => {
  const running = await startTestApp({ modules });
  try {
    const document = JSON.parse(JSON.stringify(running.app.http?.openapi()));
    document.info.version = version;
    const same = (await committed('openapi.json')) === `${JSON.stringify(document, null, 2)}\n`;
    expect(same, 'Run: npx quintet openapi docs/openapi.json, and read what changed').toBe(true);
  } finally {
    await running.close();
  }
});
