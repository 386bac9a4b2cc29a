import { type DiagramFinding, finding } from '../finding.ts';
import { bracketFault } from './brackets.ts';
import { mermaidBlocks, mermaidKinds } from './tables/mermaid-kinds.ts';

/** What renderers take unless they are told otherwise. */
const textLimit = 50_000;
const edgeLimit = 500;
const findingLimit = 100;
/** Longer lines are not searched for brackets. */
const lineLimit = 10_000;

export interface MermaidReport {
  /** The kind the first word names; undefined when it names none. */
  readonly kind?: string;
  readonly findings: readonly DiagramFinding[];
}

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Lines that say something: no front matter, directives and comments. */
function bodyLines(text: string): readonly NumberedLine[] {
  const all = text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line.trim() }));
  const first = all.findIndex((line) => line.text !== '');
  const closing =
    all[first]?.text === '---' ? all.findIndex((line, index) => index > first && line.text === '---') : -1;
  return all.slice(closing + 1).filter((line) => line.text !== '' && !line.text.startsWith('%%'));
}

function blockFindings(
  lines: readonly NumberedLine[],
  words: ReadonlySet<string>,
): readonly DiagramFinding[] {
  const open: NumberedLine[] = [];
  const found: DiagramFinding[] = [];
  for (const line of lines) {
    const word = /^[a-z_]+/.exec(line.text)?.[0] ?? '';
    if (words.has(word)) open.push(line);
    else if (/^end\s*;?$/.test(line.text) && open.pop() === undefined)
      found.push(finding('error', 'block_end', 'Лишнее end.', 'An end too many.', `${line.number}`));
  }
  for (const line of open)
    found.push(
      finding(
        'error',
        'block_open',
        'Блок не закрыт словом end.',
        'A block is not closed by end.',
        `${line.number}`,
      ),
    );
  return found;
}

function lineFindings(line: NumberedLine, kind: string | undefined): readonly DiagramFinding[] {
  const found: DiagramFinding[] = [];
  const at = `${line.number}`;
  const quotes = line.text.split('"').length - 1;
  if (quotes % 2 === 1 && kind !== 'sequence' && kind !== 'gantt')
    found.push(finding('error', 'quotes', 'Кавычка не закрыта.', 'A quotation mark is not closed.', at));
  else if (kind === 'flowchart' && line.text.length <= lineLimit) {
    const sign = bracketFault(line.text);
    if (sign !== undefined)
      found.push(
        finding('error', 'brackets', `Скобка ${sign} без пары.`, `The bracket ${sign} has no pair.`, at),
      );
    if (/(?:^|[\s>])end(?:\s*(?:-|=|\[|\())/.test(line.text))
      found.push(
        finding(
          'error',
          'reserved_word',
          'Узел не может называться end.',
          'A node cannot be called end.',
          at,
        ),
      );
  }
  if (/^click\s/.test(line.text) || /javascript:/i.test(line.text))
    found.push(
      finding(
        'warning',
        'click',
        'Диаграмма содержит действие по щелчку.',
        'The diagram contains a click action.',
        at,
      ),
    );
  return found;
}

/** Kind and plain structural faults of a Mermaid text; no substitute for its parser, but needs none. */
export function lintMermaid(text: string): MermaidReport {
  if (text.length > 5_000_000)
    return {
      findings: [finding('error', 'too_long', 'Текст больше 5 МБ.', 'The text is larger than 5 MB.')],
    };
  const lines = bodyLines(text);
  const [head] = lines;
  if (head === undefined)
    return { findings: [finding('error', 'empty', 'Диаграмма пуста.', 'The diagram is empty.')] };
  const word = /^[\w-]+/.exec(head.text)?.[0] ?? '';
  const kind = mermaidKinds.get(word);
  const found: DiagramFinding[] = [];
  if (kind === undefined)
    found.push(
      finding(
        'error',
        'unknown_kind',
        `Неизвестный вид диаграммы «${word}».`,
        `Unknown kind of diagram "${word}".`,
        `${head.number}`,
      ),
    );
  if (text.length > textLimit)
    found.push(
      finding(
        'warning',
        'too_long',
        'Больше 50 000 знаков: многие программы не нарисуют.',
        'More than 50,000 characters: many renderers refuse.',
      ),
    );
  if (text.includes('%%{'))
    found.push(
      finding(
        'warning',
        'directive',
        'Настройки внутри диаграммы могут изменить вид страницы.',
        'Directives inside the diagram may change the look of the page.',
      ),
    );
  const rest = lines.slice(1);
  if (rest.length === 0)
    found.push(finding('warning', 'empty', 'В диаграмме ничего нет.', 'The diagram has nothing in it.'));
  if (rest.filter((line) => /--|==|->|\.\./.test(line.text)).length > edgeLimit)
    found.push(
      finding(
        'warning',
        'too_many_edges',
        'Больше 500 связей: многие программы не нарисуют.',
        'More than 500 edges: many renderers refuse.',
      ),
    );
  const blocks = kind === undefined ? undefined : mermaidBlocks[kind];
  if (blocks !== undefined) found.push(...blockFindings(rest, blocks));
  for (const line of rest) {
    if (found.length >= findingLimit) break;
    found.push(...lineFindings(line, kind));
  }
  const findings = found.slice(0, findingLimit);
  return kind === undefined ? { findings } : { kind, findings };
}
