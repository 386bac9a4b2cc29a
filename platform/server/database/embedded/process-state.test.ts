import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { findProcess } from './process-state.ts';

it('finds a living process, by name and start, and nothing after its end', async () => {
  const child = spawn('sleep', ['30']);
  await once(child, 'spawn');
  const found = await findProcess(child.pid ?? 0);
  expect(found?.name).toBe('sleep');
  expect(found?.start).toMatch(/^\d+$/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await findProcess(child.pid ?? 0)).toBeUndefined();
});

it.skipIf(process.platform !== 'linux')('takes a zombie for dead', async () => {
  // The shell's child ends while the shell, replaced by sleep, never asks for its result.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line).trim());
  await expect.poll(() => findProcess(pid)).toBeUndefined();
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill('SIGKILL');
});
