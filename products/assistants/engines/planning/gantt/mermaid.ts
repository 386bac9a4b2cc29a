import type { GanttChart, GanttRow } from './rows.ts';

/** Words that begin a statement of a gantt text: a name that begins with one would be taken for it. */
const statements =
  /^(?:title|section|gantt|dateformat|axisformat|tickinterval|excludes|includes|todaymarker|weekday|weekend|click|inclusiveenddates|topaxis|acctitle|accdescr|call|href|\d{4}-\d\d-\d\d)/i;

/** A name as one line without characters that mean something in the diagram; they become character codes. */
export function escapeName(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const text = (line === '' ? '-' : line)
    .replace(/[#:;%<>&"`\\{}]/g, (character) => `#${character.codePointAt(0)};`)
    .replace(/^-(?=-)/, '#45;');
  return statements.test(text) ? `#${text.codePointAt(0)};${text.slice(1)}` : text;
}

function lineOf(row: GanttRow, number: number): string {
  const tags = [
    ...(row.milestone ? ['milestone'] : []),
    ...(row.critical || row.late ? ['crit'] : []),
    ...(row.percentComplete >= 100 ? ['done'] : row.percentComplete > 0 ? ['active'] : []),
    `t${number}`,
    row.start,
    row.milestone ? '0d' : row.finish,
  ];
  return `    ${escapeName(row.name)} :${tags.join(', ')}`;
}

/** A Mermaid `gantt` diagram: a section for each group, critical and late tasks marked. */
export function mermaidGantt(chart: GanttChart): string {
  const groups = Map.groupBy(
    chart.rows.map((row, at) => ({ row, number: at + 1 })),
    ({ row }) => row.group ?? '',
  );
  return [
    'gantt',
    `    title ${escapeName(chart.name)}`,
    '    dateFormat YYYY-MM-DDTHH:mm',
    '    axisFormat %d.%m.%y',
    ...[...groups].flatMap(([group, rows]) => [
      ...(group === '' && groups.size === 1 ? [] : [`    section ${escapeName(group)}`]),
      ...rows.map(({ row, number }) => lineOf(row, number)),
    ]),
    '',
  ].join('\n');
}
