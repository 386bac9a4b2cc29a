/** A table below a step, or the examples of an outline: the first row names the columns. */
export type Rows = readonly (readonly string[])[];

export interface Step {
  readonly keyword: 'Дано' | 'Когда' | 'Тогда' | 'И';
  readonly text: string;
  readonly rows?: Rows;
}

export interface Scenario {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly steps: readonly Step[];
  /** With examples it is an outline: `<column>` in steps stands for their values. */
  readonly examples?: Rows;
}

/** What a feature file says. */
export interface Feature {
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly background?: readonly Step[];
  readonly scenarios: readonly Scenario[];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const tagOf = (text: string): string => `@${text.replace(/^@/, '').replaceAll(/[^\p{L}\p{N}_-]/gu, '_')}`;
const cellOf = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

function table(rows: Rows, indent: string): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => cellOf(cell)));
  const widths = (cells[0] ?? []).map((_cell, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  return cells.map(
    (row) => `${indent}| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
}

function stepLines({ keyword, text, rows }: Step): readonly string[] {
  return [`\t\t${keyword} ${oneLine(text)}`, ...(rows === undefined ? [] : table(rows, '\t\t\t'))];
}

/** Writes a feature as strict Gherkin in Russian that Vanessa Automation reads, too. */
export function writeFeature({ title, description, tags, background, scenarios }: Feature): string {
  const lines = ['# language: ru', ''];
  if (tags !== undefined && tags.length > 0) lines.push(tags.map(tagOf).join(' '));
  lines.push(`Функциональность: ${oneLine(title)}`);
  // A description must not look like a line of the language.
  if (description !== undefined && oneLine(description) !== '')
    lines.push('', `\t«${oneLine(description).replaceAll('"""', '"')}»`);
  if (background !== undefined && background.length > 0)
    lines.push('', '\tКонтекст:', ...background.flatMap(stepLines));
  for (const { title: name, tags: own, steps, examples } of scenarios) {
    lines.push('');
    if (own !== undefined && own.length > 0) lines.push(`\t${own.map(tagOf).join(' ')}`);
    lines.push(`\t${examples === undefined ? 'Сценарий' : 'Структура сценария'}: ${oneLine(name)}`);
    lines.push(...steps.flatMap(stepLines));
    if (examples !== undefined) lines.push('', '\t\tПримеры:', ...table(examples, '\t\t\t'));
  }
  return `${lines.join('\n')}\n`;
}
