import { readFile } from 'node:fs/promises';
import type { ToolCommand } from '#platform/server/modules';
import {
  analyseRequirements,
  type Evaluation,
  evaluate,
  labelledSentences,
  parseLabelled,
  suggestObjects,
} from '#products/assistants/engines/requirements';
import { documentFrom } from './documents.ts';
import { markdownReport, textReport } from './requirements-report.ts';

const check: ToolCommand = {
  path: 'requirements check',
  summary: 'Checks the requirements of a document: types, wording, duplicates, conflicts, sections',
  args: ['<file>'],
  options: [
    { flags: '--format <format>', description: 'text, json or md', default: 'text' },
    {
      flags: '--min-score <score>',
      description: 'exit 1 when the mean score is lower (0–100); without it any major finding or conflict',
    },
  ],
  async run(input) {
    const format = input.options['format'] ?? 'text';
    const asked = input.options['minScore'];
    const least = asked === undefined ? undefined : Number(asked);
    if (
      !['text', 'json', 'md'].includes(String(format)) ||
      (least !== undefined && !(least >= 0 && least <= 100))
    ) {
      input.warn('--format is text, json or md; --min-score is a number from 0 to 100');
      return 2;
    }
    const document = await documentFrom(input);
    if (!document) return 2;
    const analysis = analyseRequirements(document);
    const objects = suggestObjects(analysis.requirements);
    if (format === 'json') input.print(JSON.stringify({ ...analysis, objects }, null, 2));
    else input.print(format === 'md' ? markdownReport(analysis, objects) : textReport(analysis));
    if (least !== undefined) return analysis.summary.score < least ? 1 : 0;
    const major = analysis.requirements.some((one) =>
      one.findings.some((finding) => finding.severity === 'major'),
    );
    return major || analysis.conflicts.length > 0 ? 1 : 0;
  },
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function lines(name: string, result: Evaluation): readonly string[] {
  return [
    `${name}: ${result.sentences} sentences, type ${percent(result.typeAccuracy)}, characteristic ${percent(result.characteristicAccuracy)}`,
    ...Object.entries(result.byType).map(
      ([type, rates]) => `  ${type}: precision ${percent(rates.precision)}, recall ${percent(rates.recall)}`,
    ),
    `  defects: precision ${percent(result.defects.precision)}, recall ${percent(result.defects.recall)}`,
  ];
}

const evaluateTool: ToolCommand = {
  path: 'requirements evaluate',
  summary:
    'Precision and recall on labelled sentences: the built-in ones, or a file of `type | defects | sentence` lines',
  args: ['[file]'],
  options: [
    { flags: '--format <format>', description: 'text or json', default: 'text' },
    { flags: '--mistakes', description: 'list what was taken wrongly' },
  ],
  async run(input) {
    const format = input.options['format'] ?? 'text';
    if (format !== 'text' && format !== 'json') {
      input.warn('--format is text or json');
      return 2;
    }
    const path = input.args[0];
    let sets: Readonly<Record<string, ReturnType<typeof parseLabelled>>> = labelledSentences;
    if (path !== undefined) {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      const own = parseLabelled(text ?? '');
      if (own.length === 0) {
        input.warn(`${path}: no labelled sentences in it`);
        return 2;
      }
      sets = { [path]: own };
    }
    const results = Object.entries(sets).map(([name, labelled]) => [name, evaluate(labelled)] as const);
    if (format === 'json') input.print(JSON.stringify(Object.fromEntries(results), null, 2));
    else
      for (const [name, result] of results) {
        for (const line of lines(name, result)) input.print(line);
        if (input.options['mistakes'] === true)
          for (const mistake of result.mistakes) input.print(`  ${mistake}`);
      }
    return 0;
  },
};

/** `quintet requirements …`. */
export const requirementsTools: readonly ToolCommand[] = [check, evaluateTool];
