import type { Requirement, RequirementsAnalysis } from '../../../contract/index.ts';
import { type Cell, csvOf } from '../../pieces/csv.rules.ts';

/** Words of a report in one language; functions for values the analysis tells by key. */
export interface ReportWords {
  readonly language: 'ru' | 'en';
  readonly heading: string;
  readonly columns: {
    readonly id: string;
    readonly text: string;
    readonly type: string;
    readonly characteristic: string;
    readonly obligation: string;
    readonly score: string;
    readonly place: string;
    readonly findings: string;
  };
  readonly conflicts: string;
  readonly duplicates: string;
  readonly objects: string;
  readonly sections: string;
  typeOf(type: string): string;
  characteristicOf(characteristic: string): string;
  obligationOf(obligation: string): string;
  stateOf(state: 'present' | 'empty' | 'missing'): string;
  placeOf(source: Requirement['source']): string;
}

const order = ['id', 'text', 'type', 'characteristic', 'obligation', 'score', 'place', 'findings'] as const;

function cellsOf(one: Requirement, words: ReportWords): readonly Cell[] {
  return [
    one.id,
    one.text,
    words.typeOf(one.type),
    one.characteristic === null ? '' : words.characteristicOf(one.characteristic),
    words.obligationOf(one.obligation),
    one.score,
    words.placeOf(one.source),
    one.findings.map(({ message }) => message[words.language]).join(' '),
  ];
}

/** A table for spreadsheets. */
export const csvOfRequirements = (requirements: readonly Requirement[], words: ReportWords): string =>
  csvOf(
    [order.map((name) => words.columns[name]), ...requirements.map((one) => cellsOf(one, words))],
    words.language,
  );

const markdownCell = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/[\\|*_`<>[\]#]/g, (sign) => `\\${sign}`)
    .trim();
const row = (cells: readonly Cell[]): string =>
  `| ${cells.map((cell) => markdownCell(String(cell ?? ''))).join(' | ')} |`;

/** The whole analysis as a document; `requirements` are those to be listed. */
export function markdownOf(
  analysis: RequirementsAnalysis,
  requirements: readonly Requirement[],
  words: ReportWords,
): string {
  const columns = order.map((name) => words.columns[name]);
  const parts = [
    `# ${words.heading}`,
    [
      row(columns),
      row(columns.map(() => '---')).replaceAll('\\', ''),
      ...requirements.map((one) => row(cellsOf(one, words))),
    ].join('\n'),
  ];
  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) parts.push(`## ${title}`, lines.map((line) => `- ${line}`).join('\n'));
  };
  list(
    words.conflicts,
    analysis.conflicts.map(({ ids, message }) =>
      markdownCell(`${ids.join(' ↔ ')}: ${message[words.language]}`),
    ),
  );
  list(
    words.duplicates,
    analysis.duplicates.map(({ ids, similarity }) =>
      markdownCell(`${ids.join(' = ')} (${Math.round(similarity * 100)} %)`),
    ),
  );
  for (const { standard, sections } of analysis.sections) {
    list(
      `${words.sections}: ${standard}`,
      sections.map(({ number, title, state }) => markdownCell(`${number} ${title}: ${words.stateOf(state)}`)),
    );
  }
  list(
    words.objects,
    analysis.objects.map(({ kind, name, reasons }) =>
      markdownCell(
        `${kind}.${name}: ${[...new Set(reasons.map(({ requirement }) => requirement))].join(', ')}`,
      ),
    ),
  );
  return `${parts.join('\n\n')}\n`;
}
