import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import { parseModule } from '#products/assistants/engines/bsl';
import {
  type GeneratedTests,
  generateTests,
  type TestedKind,
} from '#products/assistants/engines/test-generation';
import { readSource } from './bsl/source-file.ts';

const [made, badInput] = [0, 2];
const kinds: readonly string[] = ['common', 'manager', 'object', 'recordSet'] satisfies readonly TestedKind[];

/** `CommonModules/Скидки/Ext/Module.bsl` and the layout of EDT name the module by its folder. */
function nameOf(file: string): string {
  const parts = file.split(/[\\/]/);
  const folder = parts.findLast((part) => !/^(?:Ext|.*\.bsl)$/i.test(part) && part !== '.' && part !== '');
  const own = parts.at(-1)?.replace(/\.bsl$/i, '') ?? '';
  return /^(?:Module|ObjectModule|ManagerModule|RecordSetModule)$/i.test(own) ? (folder ?? own) : own;
}

function present(tests: GeneratedTests, language: 'ru' | 'en'): unknown {
  return {
    module_name: tests.moduleName,
    text: tests.text,
    lines: tests.lines,
    left_out: tests.leftOut,
    methods: tests.methods.map(({ method, cases, openParameters }) => ({
      name: method.name,
      open_parameters: openParameters,
      cases: cases.map(({ reasons, lines, outcome, isDecided }) => ({
        reasons: reasons.map(({ kind, words }) => ({ kind, words: words[language] })),
        lines,
        outcome: outcome.kind,
        decided: isDecided,
      })),
    })),
  };
}

async function run(input: ToolInput): Promise<number> {
  const [file = ''] = input.args;
  const { kind = 'common', name, collection, output, format } = input.options;
  const language = input.options['language'] === 'en' ? 'en' : 'ru';
  if (!kinds.includes(String(kind))) {
    input.warn(`--kind is one of ${kinds.join(', ')}.`);
    return badInput;
  }
  const source = await readSource(file).catch((error: unknown) => ({
    kind: 'refused' as const,
    reason: String(error),
  }));
  if (source.kind === 'refused') {
    input.warn(`${file}: ${source.reason}`);
    return badInput;
  }
  const tests = generateTests(parseModule(source.text), {
    name: typeof name === 'string' ? name : nameOf(file),
    kind: kind as TestedKind,
    language,
    ...(typeof collection === 'string' ? { collection } : {}),
  });
  if (tests.text === '') {
    input.warn(`${file}: no exported method to test.`);
    return badInput;
  }
  if (typeof output === 'string') {
    const folder = join(output, 'CommonModules', tests.moduleName, 'Ext');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'Module.bsl'), tests.text);
    input.warn(join(folder, 'Module.bsl'));
  } else
    input.write(
      format === 'json' ? `${JSON.stringify(present(tests, language), undefined, 2)}\n` : tests.text,
    );
  return made;
}

/** Tests out of code on the command line. */
export const testGenerationTools: readonly ToolCommand[] = [
  {
    path: 'tests generate',
    summary: 'Make a YAxUnit test module for the exported methods of a module',
    args: ['<module>'],
    options: [
      { flags: '--output <folder>', description: 'Write it into the source folder of an extension' },
      { flags: '--name <name>', description: 'Name of the tested object; by default by the file’s place' },
      { flags: '--kind <kind>', description: kinds.join(', '), default: 'common' },
      { flags: '--collection <name>', description: 'For modules of objects: Справочники, Документы, …' },
      { flags: '--language <code>', description: 'ru or en', default: 'ru' },
      { flags: '--format <name>', description: 'text, or json with the plan', default: 'text' },
    ],
    run,
  },
];
