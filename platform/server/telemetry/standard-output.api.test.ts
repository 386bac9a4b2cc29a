import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const front = fileURLToPath(new URL('./index.ts', import.meta.url));

async function run(format: 'json' | 'pretty', ending: string): Promise<string> {
  const program = `
    const { createLog } = await import(process.argv[1]);
    const log = createLog({ level: 'info', format: '${format}' });
    for (let count = 1; count <= 500; count += 1) log.info({ count, password: 'hunter2' }, 'working');
    ${ending}
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, front], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  await once(child, 'close');
  return chunks.join('');
}

describe('log on standard output', () => {
  it.each([
    ['json', 'the program simply ends', ''],
    ['json', 'it is flushed and the process told to exit', 'log.flush(); process.exit(3);'],
    ['json', 'the process exits without a word', 'process.exit(3);'],
    ['pretty', 'it is flushed and the process told to exit', 'log.flush(); process.exit(3);'],
  ] as const)('loses no line (%s) when %s', async (format, _how, ending) => {
    const lines = (await run(format, ending)).trimEnd().split('\n');
    expect(lines).toHaveLength(500);
    expect(lines.at(-1)).toContain('500');
    expect(lines.join()).not.toContain('hunter2');
  });
});
