import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

it('ends quietly when its reader has seen enough', async () => {
  const child = spawn(process.execPath, [main, 'bsl', 'rules', '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const errors = text(child.stderr);
  const [code] = await once(child, 'exit');
  expect([code, await errors]).toEqual([0, '']);
});
