import type { Call, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { ancestorOf, nodesOf, spanOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { globalName } from './expressions.ts';
import { seenText } from './lexemes.ts';

const localizing: ReadonlySet<string> = new Set(['нстр', 'nstr']);
const templating: ReadonlySet<string> = new Set(['стршаблон', 'strtemplate']);
const languageKey = /(?<!\w)(\w+)\s*=\s*['|"{2}]/giu;

function isTemplate(tree: SyntaxTree, call: Call): boolean {
  return templating.has(globalName(tree, call));
}

/** Codes of languages that a call of `НСтр` lacks; undefined for any other call. */
function missingLanguages(tree: SyntaxTree, call: Call, declared: string): readonly string[] | undefined {
  if (!localizing.has(globalName(tree, call))) return undefined;
  const [first] = call.args.values;
  const text = first === undefined ? '' : seenText(tree, spanOf(tree, first));
  if (text !== '' && !text.startsWith('"')) return undefined;
  const given = new Set([...text.matchAll(languageKey)].map(([, code]) => code));
  return declared
    .replace(/\s/gu, '')
    .split(',')
    .filter((code) => !given.has(code));
}

/** Whether the string is filled in by `СтрШаблон`: around the call, or later in the block by the variable. */
function isTemplated(tree: SyntaxTree, call: Call): boolean {
  for (let here = call.parent; here !== undefined; here = here.parent) {
    if (here.parent?.kind === 'block' || here.parent?.kind === 'module') break;
    if (here.kind === 'call' && isTemplate(tree, here)) return true;
  }
  const assignment = ancestorOf(call, 'assignment');
  if (assignment === undefined) return false;
  const name = seenText(tree, spanOf(tree, assignment.target)).toLowerCase();
  return usesOf(tree, blockOf(call)).some(
    (use) => use.line > tree.lines.lineAt(tree.tokens.start(call.first)) && use.arguments.has(name),
  );
}

interface TemplateUse {
  readonly line: number;
  readonly arguments: ReadonlySet<string>;
}

const made = new WeakMap<Node, readonly TemplateUse[]>();

/** The calls of `СтрШаблон` in a block and below. */
function usesOf(tree: SyntaxTree, block: Node): readonly TemplateUse[] {
  const known = made.get(block);
  if (known !== undefined) return known;
  const uses = (block.kind === 'module' ? block.items.filter(({ kind }) => kind !== 'method') : [block])
    .flatMap((node) => nodesOf(node, 'call'))
    .filter((call) => isTemplate(tree, call))
    .map((call) => ({
      line: tree.lines.lineAt(tree.tokens.start(call.first)),
      arguments: new Set(
        call.args.values.map((value) =>
          value === undefined ? '' : seenText(tree, spanOf(tree, value)).toLowerCase(),
        ),
      ),
    }));
  made.set(block, uses);
  return uses;
}

function blockOf(node: Node): Node {
  let here = node;
  while (here.kind !== 'block' && here.parent !== undefined) here = here.parent;
  return here;
}

const base = { type: 'error', dialect: 'bsl', standards: [763], minutes: 2 } as const;

export const multilingualStringHasAllDeclaredLanguages = defineRule({
  ...base,
  key: 'MultilingualStringHasAllDeclaredLanguages',
  severity: 'minor',
  title: {
    ru: 'Строка локализована не для всех языков',
    en: 'A string is not localized for all languages',
  },
  defaults: { declaredLanguages: 'ru' },
  create: ({ tree, parameters, report }) => ({
    enter: {
      call(node) {
        const missing = missingLanguages(tree, node, parameters.declaredLanguages);
        if (missing === undefined || missing.length === 0 || isTemplated(tree, node)) return;
        report(spanOf(tree, node), { message: lacking(missing) });
      },
    },
  }),
});

export const multilingualStringUsingWithTemplate = defineRule({
  ...base,
  key: 'MultilingualStringUsingWithTemplate',
  severity: 'major',
  title: {
    ru: 'Шаблон строки локализован не для всех языков',
    en: 'A string template is not localized for all languages',
  },
  defaults: { declaredLanguages: 'ru' },
  create: ({ tree, parameters, report }) => ({
    enter: {
      call(node) {
        const missing = missingLanguages(tree, node, parameters.declaredLanguages);
        if (missing === undefined || missing.length === 0 || !isTemplated(tree, node)) return;
        report(spanOf(tree, node), { message: lacking(missing) });
      },
    },
  }),
});

function lacking(languages: readonly string[]): { readonly ru: string; readonly en: string } {
  const list = languages.join(', ');
  return { ru: `Добавьте в «НСтр» текст на языках: ${list}`, en: `Add the text in these languages: ${list}` };
}
