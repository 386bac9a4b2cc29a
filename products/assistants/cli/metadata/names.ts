import { readFileSync } from 'node:fs';
import type { ToolCommand } from '#platform/server/modules';
import { checkText, type TextKind } from '#products/assistants/engines/metadata';
import { asJson, BadInput, commonOptions, guarded, languageOf, load } from './load.ts';

function kindOf(path: string, wanted: string | boolean | undefined): TextKind {
  if (wanted === 'bsl' || wanted === 'query' || wanted === 'text') return wanted;
  return path.endsWith('.bsl') ? 'bsl' : 'text';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadInput(`${path}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** `metadata names`: metadata names in a text that the configuration does not have. */
export const namesCommand: ToolCommand = {
  path: 'metadata names',
  summary: 'Find metadata names in a module, a query or a text that the configuration does not have',
  args: ['<folder|zip>', '<file>'],
  options: [
    ...commonOptions,
    { flags: '--kind <kind>', description: 'bsl, query or text; by the file name otherwise' },
  ],
  run: (input) =>
    guarded(input, () => {
      const file = input.args[1] ?? '';
      const text = readText(file);
      const { graph } = load(input.args[0] ?? '', input, { code: false });
      const result = checkText(graph, text, kindOf(file, input.options['kind']));
      if (asJson(input)) input.print(JSON.stringify(result, undefined, 2));
      else
        for (const one of result.unknown)
          input.print(`${file}:${one.line + 1}:${one.column + 1}: ${one.message[languageOf(input)]}`);
      return result.unknown.length > 0 ? 1 : 0;
    }),
};
