import type { Command } from 'commander';
import { assistantsTools } from '#products/assistants/cli';
import { addDeclared } from './declared-command.ts';

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Commands over files, without a database: an answer is the exit code. */
export function addToolCommands(program: Command): void {
  for (const tool of assistantsTools) {
    addDeclared(program, tool, async (input) => {
      process.exitCode = await tool.run({
        ...input,
        warn: (line) => process.stderr.write(`${line}\n`),
        write: (text) => process.stdout.write(text),
        isTerminal: process.stderr.isTTY === true,
        readInput,
      });
    });
  }
}
