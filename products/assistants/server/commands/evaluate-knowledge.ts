import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#base/refusal';
import type { CliCommand } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { type EvaluationFile, evaluateKnowledge } from '../knowledge/evaluation/evaluate.ts';
import { parseLabels } from '../knowledge/evaluation/labels.rules.ts';

async function filesOf(folder: string, without: string): Promise<readonly EvaluationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter(
    (entry) => entry.isFile() && entry.name !== without && !entry.name.startsWith('.'),
  );
  return Promise.all(
    names.map(async ({ name }) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })),
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refusal('invalid', 'assistants.not_an_evaluation_file', 'The file cannot be read.');
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** `quintet assistants evaluate-knowledge <file>`: how well the real search finds what questions need. */
export const evaluateKnowledgeCommand: CliCommand<AssistantsService> = {
  path: 'assistants evaluate-knowledge',
  summary:
    'Measure the search of documents on labelled questions: lines {question, document, page|heading|lines}; the documents lie beside the file',
  args: ['<file>'],
  options: [
    { flags: '--documents <folder>', description: 'Where the documents lie, when not beside the file.' },
    { flags: '--json', description: 'Print one JSON object instead of lines.' },
  ],
  async run({ args, options, print, service, platform }) {
    const file = args[0] ?? '';
    const labels = parseLabels(await textOf(file));
    const folder = typeof options['documents'] === 'string' ? options['documents'] : dirname(file);
    const documents = await filesOf(folder, basename(file));
    const signal = new AbortController().signal;
    const found = await evaluateKnowledge(
      { knowledge: service.knowledge, database: platform.database },
      documents,
      labels,
      signal,
    );
    if (options['json'] === true) {
      const { questions, recall, mrr, missed, refused } = found;
      print(JSON.stringify({ questions, documents: documents.length, recall, mrr, missed, refused }));
      return;
    }
    for (const { name, reason } of found.refused) print(`${name}: ${reason}`);
    for (const { label, rank } of found.missed)
      print(`${rank ?? '—'}\t${label.question} → ${label.document}`);
    print(`${found.questions} questions over ${documents.length} documents`);
    const { recall, mrr } = found;
    print(
      `recall@1 ${percent(recall[1])}, @5 ${percent(recall[5])}, @10 ${percent(recall[10])}, MRR ${mrr.toFixed(3)}`,
    );
  },
};
