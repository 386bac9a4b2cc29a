import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import { type Companies, startCompanies } from '../../../testing/index.ts';
import { assistantsModule } from '../../module.ts';
import { parseLabels } from './labels.rules.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;

beforeAll(async () => {
  companies = await startCompanies({ modules });
});

afterAll(() => companies.test.close());

async function run(file: string, json: boolean): Promise<readonly string[]> {
  const lines: string[] = [];
  await companies.test.app.runCommand('assistants evaluate-knowledge', {
    args: [file],
    options: json ? { json: true } : {},
    print: (line) => lines.push(line),
  });
  return lines;
}

describe('search of the sample documents', () => {
  it('finds what the questions need', async () => {
    const file = fileURLToPath(new URL('./sample/questions.jsonl', import.meta.url));
    const [line = '{}'] = await run(file, true);
    const { questions, documents, recall, mrr, missed, refused } = JSON.parse(line);
    process.stdout.write(`${JSON.stringify({ questions, documents, recall, mrr })}\n`);
    for (const { label, rank } of missed) process.stdout.write(`${rank} ${label.question}\n`);
    expect(refused).toEqual([]);
    expect(questions).toBeGreaterThanOrEqual(40);
    expect(recall[1]).toBeGreaterThanOrEqual(0.8);
    expect(recall[5]).toBeGreaterThanOrEqual(0.95);
    expect(mrr).toBeGreaterThanOrEqual(0.85);
  });

  it('leaves nothing behind', async () => {
    const rows = await companies.test.app.database.rows(sql`SELECT 1 FROM assistants.person_company`);
    expect(rows).toEqual([]);
  });
});

describe('labels', () => {
  it('are read line by line', () => {
    expect(parseLabels('{"question":"а","document":"б.md","lines":[1,2]}\n\n')).toEqual([
      { question: 'а', document: 'б.md', lines: [1, 2] },
    ]);
  });

  it.each([
    '{',
    '[]',
    '{"question":"а"}',
    '{"question":"а","document":"../б"}',
    '{"question":"а","document":"б","lines":[0,1]}',
  ])('refuse %s', (line) => {
    expect(() => parseLabels(line)).toThrow('Line 1');
  });
});
