import type { ToolCommand } from '#platform/server/modules';
import { parseModule, symbolsOf } from '#products/assistants/engines/bsl';
import {
  type CheckKey,
  checkMetadata,
  type MethodsOf,
  metadataChecks,
} from '#products/assistants/engines/metadata';
import { asJson, BadInput, commonOptions, guarded, type Loaded, languageOf, load } from './load.ts';

function methodsOf({ textOf }: Loaded): MethodsOf {
  return (path) => {
    const text = textOf(path);
    if (text === undefined) return undefined;
    return symbolsOf(parseModule(text)).methods.map((method) => ({
      name: method.name,
      isExport: method.isExport,
      paramsCount: method.parameters.length,
      isEmpty: method.node.body.statements.length === 0,
    }));
  };
}

function keysOf(value: string | boolean | undefined): readonly CheckKey[] | undefined {
  if (typeof value !== 'string') return undefined;
  const names = value.split(',').map((one) => one.trim());
  const known = metadataChecks.map((check) => check.key);
  const keys = known.filter((key) => names.includes(key));
  const wrong = names.filter((name) => !known.some((key) => key === name));
  if (wrong.length > 0) throw new BadInput(`--only: ${wrong.join(', ')}? ${known.join(', ')}`);
  return keys;
}

/** `metadata check`: the diagnostics that need no code, and what does not fit in extensions. */
export const checkCommand: ToolCommand = {
  path: 'metadata check',
  summary: 'Run the metadata diagnostics over a configuration and its extensions',
  args: ['<folder|zip>'],
  options: [
    ...commonOptions,
    { flags: '--only <keys>', description: 'only these diagnostics, separated with commas' },
  ],
  run: (input) =>
    guarded(input, () => {
      const language = languageOf(input);
      const only = keysOf(input.options['only']);
      const loaded = load(input.args[0] ?? '', input, { code: false });
      const { graph } = loaded;
      const findings = checkMetadata(graph, {
        methods: methodsOf(loaded),
        ...(only !== undefined && { only }),
      });
      const { conflicts, faults } = graph;
      if (asJson(input)) input.print(JSON.stringify({ findings, conflicts, faults }, undefined, 2));
      else {
        for (const one of findings)
          input.print(`${one.file}:${one.line + 1}: ${one.severity} ${one.key}: ${one.message[language]}`);
        for (const one of conflicts) input.print(`${one.file}:${one.line + 1}: ${one.message[language]}`);
      }
      return findings.length + conflicts.length + faults.length > 0 ? 1 : 0;
    }),
};
