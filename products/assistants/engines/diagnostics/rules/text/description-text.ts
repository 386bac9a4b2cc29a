/** What the comment above a method says, as far as rules ask for it. */
export interface DescribedMethod {
  readonly parameters: readonly { readonly name: string; readonly hasType: boolean }[];
  /** Types of the value it returns. */
  readonly returned: readonly { readonly name: string; readonly isExplained: boolean }[];
  /** It refers to another description: `См. Модуль.Метод`. */
  readonly hasLink: boolean;
}

type Section = 'purpose' | 'parameters' | 'returned' | 'examples' | 'options' | 'rest';

const word = '(?!(?:из|of|contains|see|устарела|deprecate)(?![\\p{L}_0-9.]))[\\p{L}_][\\p{L}_0-9]*';
const dotted = `${word}(?:\\.[\\p{L}_][\\p{L}_0-9]*)*`;
const dash = '[ \\t]*[-–][ \\t]*';
const link = `(?:см\\.|see)[ \\t]+${dotted}(?:\\([^)]*\\))?`;
const oneType = `(?:${dotted}[ \\t]+(?:из|of|contains)[ \\t]+)*(?:${link}|${dotted}:?)`;
const types = `${oneType}(?:,[ \\t]*(?:${oneType})?)*`;

const parameterLine = new RegExp(`^(${word})${dash}${types}(?:${dash}.*|[ \\t]*)$`, 'iu');
const typeLine = new RegExp(`^${dash}(${types})(?:${dash}(.*)|[ \\t]*)$`, 'iu');
const returnedLine = new RegExp(`^(${types})(?:${dash}(.*))?$`, 'iu');
const fieldLine = new RegExp(`^(\\*+)[ \\t]*${word}${dash}${types}(?:${dash}.*|[ \\t]*)$`, 'iu');
const anyLink = new RegExp(`(?<![\\p{L}_0-9])(?:см\\.|see)[ \\t]+(${dotted})`, 'iu');
const loneToken = new RegExp(`^(?:${dotted}|[^\\s])$`, 'iu');

const heads: readonly (readonly [Section, RegExp])[] = [
  ['parameters', /^(?:параметры|parameters):/iu],
  ['returned', /^(?:возвращаемое значение|returns):/iu],
  ['examples', /^(?:примеры?|examples?):/iu],
  ['options', /^(?:варианты вызова|call options):/iu],
  ['rest', /^(?:устарела|deprecate)(?:\.(?![\p{L}_])|(?![\p{L}_0-9.]))|^@skip-check/iu],
];

/** Heads that end a section; any other line is a part of it. */
const ends: Readonly<Record<Section, readonly Section[]>> = {
  purpose: ['parameters', 'returned', 'examples', 'options', 'rest'],
  parameters: ['returned', 'examples', 'options', 'rest'],
  returned: ['returned', 'examples', 'options', 'rest'],
  examples: ['options', 'rest'],
  options: ['examples', 'rest'],
  rest: [],
};

interface Returned {
  readonly name: string;
  isExplained: boolean;
  hasFields: boolean;
}

/** Reads the comment lines above a method, `//` included. */
export function readDescription(comments: readonly string[]): DescribedMethod {
  const parameters: { name: string; hasType: boolean }[] = [];
  const returned: Returned[] = [];
  let section: Section = 'purpose';
  let level = -1;
  let hasLink = false;

  function parameter(text: string): void {
    const [, name] = parameterLine.exec(text) ?? [];
    const last = parameters.at(-1);
    if (name !== undefined) parameters.push({ name, hasType: true });
    else if (typeLine.test(text)) {
      if (last !== undefined) last.hasType = true;
    } else if (last === undefined && !fieldLine.test(text)) {
      const [, target] = anyLink.exec(text) ?? [];
      if (target !== undefined) parameters.push({ name: target, hasType: true });
      else if (loneToken.test(text)) parameters.push({ name: text, hasType: false });
    }
  }

  function addTypes(list: string, explanation: string): void {
    const names = list.split(',').flatMap((part) => part.trim() || []);
    for (const [index, name] of names.entries())
      returned.push({ name, isExplained: index === 0 && explanation.trim() !== '', hasFields: false });
  }

  function value(text: string, depth: number): void {
    const found = returnedLine.exec(text);
    const added = found === null ? typeLine.exec(text) : null;
    const last = returned.at(-1);
    if (found !== null && (level === -1 || depth === level)) {
      addTypes(found[1] ?? '', found[2] ?? '');
      level = depth;
    } else if (added !== null) addTypes(added[1] ?? '', added[2] ?? '');
    else if (last !== undefined) {
      if (fieldLine.test(text)) last.hasFields = true;
      else if (!last.hasFields && text.trim() !== '') last.isExplained = true;
    }
  }

  for (const [index, comment] of comments.entries()) {
    const [prefix = ''] = /^\/\/[ \t]*/u.exec(comment) ?? [];
    const text = comment.slice(prefix.length);
    hasLink ||= anyLink.test(text);
    const head = heads.find(([kind, pattern]) => ends[section].includes(kind) && pattern.test(text));
    if (head !== undefined) {
      const [kind, pattern] = head;
      const after = text.replace(pattern, '').trim();
      if (kind === 'rest' && index === 0 && !text.startsWith('@')) continue;
      section = isHead(kind, after) ? kind : 'rest';
    } else if (section === 'parameters') parameter(text);
    else if (section === 'returned') value(text, prefix.length);
  }
  return {
    parameters,
    returned: returned.map(({ name, isExplained, hasFields }) => ({
      name,
      isExplained: isExplained || hasFields,
    })),
    hasLink,
  };
}

/** A head stands alone on its line; one odd word after it does no harm. */
function isHead(kind: Section, after: string): boolean {
  return kind === 'rest' || after === '' || loneToken.test(after);
}
