import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ToolInput } from '#platform/server/modules';
import {
  type Fault,
  type Plan,
  type Result,
  readMspdi,
  readPlanCsv,
  readPlanJson,
} from '#products/assistants/engines/planning';

/** UTF-8, or the Windows encoding of Russian tables when it is none. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** The text of a file, or of standard input for `-`; undefined, told on standard error, when it cannot be read. */
export async function readText(input: ToolInput): Promise<string | undefined> {
  const [file = '-'] = input.args;
  try {
    return decode(file === '-' ? await input.readInput() : await readFile(file));
  } catch {
    input.warn(`${file}: cannot be read`);
    return undefined;
  }
}

/** A plan by the look of the file: `.csv`, `.xml` (MS Project), otherwise JSON. */
export function readPlan(text: string, input: ToolInput): Result<Plan> {
  const kind = extname(input.args[0] ?? '').toLowerCase();
  if (kind === '.xml' || text.trimStart().startsWith('<')) return readMspdi(text);
  if (kind !== '.csv') return readPlanJson(text);
  const start = input.options['start'];
  return readPlanCsv(text, typeof start === 'string' ? start : '');
}

export function tell(faults: readonly Fault[], input: ToolInput): void {
  for (const { at, code, message } of faults) input.warn(`${at}: ${message.en} [${code}]`);
}
