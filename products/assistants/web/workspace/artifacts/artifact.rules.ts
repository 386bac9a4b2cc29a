/** A table of an answer. */
export interface ArtifactTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A row of a Gantt chart, with its place as shares of the whole width. */
export interface ArtifactBar {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly width: number;
  readonly start: string;
  readonly finish: string;
  readonly milestone: boolean;
  readonly critical: boolean;
}

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

const record = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Reads a table: `{columns, rows}` or a list of objects; null when it is neither. */
export function readTable(content: string): ArtifactTable | null {
  const value = parsed(content);
  if (Array.isArray(value)) {
    const columns = [...new Set(value.flatMap((row) => [...record(row).keys()]))];
    if (columns.length === 0) return null;
    return { columns, rows: value.map((row) => columns.map((column) => cell(record(row).get(column)))) };
  }
  const columns = record(value).get('columns');
  const rows = record(value).get('rows');
  if (!Array.isArray(columns) || !Array.isArray(rows)) return null;
  return {
    columns: columns.map(cell),
    rows: rows.map((row: unknown) =>
      Array.isArray(row) ? row.map(cell) : columns.map((name) => cell(record(row).get(cell(name)))),
    ),
  };
}

/** Reads the rows of a Gantt chart: `{rows}` with start and finish of each; null when there are none. */
export function readGantt(content: string): readonly ArtifactBar[] | null {
  const value = parsed(content);
  const rows: unknown = Array.isArray(value) ? value : record(value).get('rows');
  if (!Array.isArray(rows)) return null;
  const bars = rows.flatMap((row: unknown) => {
    const fields = record(row);
    const [start, finish] = [cell(fields.get('start')), cell(fields.get('finish'))];
    const [from, to] = [Date.parse(start), Date.parse(finish)];
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ fields, start, finish, from, to }];
  });
  if (bars.length === 0) return null;
  const first = Math.min(...bars.map(({ from }) => from));
  const span = Math.max(1, Math.max(...bars.map(({ to }) => to)) - first);
  return bars.map(({ fields, start, finish, from, to }) => ({
    id: cell(fields.get('id')),
    name: cell(fields.get('name')),
    from: (from - first) / span,
    width: Math.max(0, to - from) / span,
    start,
    finish,
    milestone: fields.get('milestone') === true,
    critical: fields.get('critical') === true,
  }));
}

export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'place' | 'same';
  readonly text: string;
}

/** Reads a unified diff line by line. */
export function readDiff(content: string): readonly DiffLine[] {
  return content
    .replace(/\n$/, '')
    .split('\n')
    .filter((line) => !/^(?:---|\+\+\+|diff |index |\\ No newline)/.test(line))
    .map((text) => {
      if (text.startsWith('@@')) return { kind: 'place', text };
      if (text.startsWith('+')) return { kind: 'added', text: text.slice(1) };
      if (text.startsWith('-')) return { kind: 'removed', text: text.slice(1) };
      return { kind: 'same', text: text.startsWith(' ') ? text.slice(1) : text };
    });
}

/** A table as CSV for spreadsheets: semicolons as they expect them in Russian; formulas stay text. */
export function tableAsCsv({ columns, rows }: ArtifactTable): string {
  const quoted = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n');
}

const endings: Readonly<Record<string, string>> = {
  bsl: 'bsl',
  query: 'sdbl',
  mermaid: 'mmd',
  plantuml: 'puml',
  bpmn: 'bpmn',
  gherkin: 'feature',
  table: 'csv',
  gantt: 'json',
  diff: 'diff',
  json: 'json',
};

/** Name and content of an artifact as a file. */
export function fileOf(artifact: {
  readonly kind: string;
  readonly title: string;
  readonly content: string;
}): {
  readonly name: string;
  readonly content: string;
} {
  const table = artifact.kind === 'table' ? readTable(artifact.content) : null;
  const title =
    artifact.title
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80) || artifact.kind;
  return {
    name: `${title}.${endings[artifact.kind] ?? 'txt'}`,
    content: table === null ? artifact.content : `\uFEFF${tableAsCsv(table)}`,
  };
}
