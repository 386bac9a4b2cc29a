import type { ToolCommand } from '#platform/server/modules';
import { diffMetadata, type PartChange } from '#products/assistants/engines/metadata';
import { asJson, commonOptions, guarded, languageOf, load } from './load.ts';

const marks = { added: '+', removed: '-', changed: '~' } as const;

function lineOf(change: PartChange): string {
  const values =
    change.change === 'changed' ? `${change.before} → ${change.after}` : change.before + change.after;
  return `    ${marks[change.change]} ${change.path}${values === '' ? '' : `: ${values}`}`;
}

/** `metadata diff`: what differs between two configurations; exits with 1 when something does. */
export const diffCommand: ToolCommand = {
  path: 'metadata diff',
  summary: 'Compare two configurations: objects, attributes, forms, rights, before and after',
  args: ['<before>', '<after>'],
  options: commonOptions.filter((option) => !option.flags.startsWith('--extensions')),
  run: (input) =>
    guarded(input, () => {
      const language = languageOf(input);
      const before = load(input.args[0] ?? '', input, { code: false }).graph;
      const after = load(input.args[1] ?? '', input, { code: false }).graph;
      const diff = diffMetadata(before, after);
      const { added, removed, changed, configuration } = diff;
      if (asJson(input)) input.print(JSON.stringify(diff, undefined, 2));
      else {
        for (const change of configuration) input.print(lineOf(change).trim());
        for (const name of added) input.print(`+ ${name[language]}`);
        for (const name of removed) input.print(`- ${name[language]}`);
        for (const one of changed) {
          input.print(`~ ${one.name[language]}`);
          for (const change of one.changes) input.print(lineOf(change));
        }
      }
      return added.length + removed.length + changed.length + configuration.length > 0 ? 1 : 0;
    }),
};
