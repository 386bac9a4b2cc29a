import type { ToolCommand } from '#platform/server/modules';
import { allRules } from '#products/assistants/engines/diagnostics';

/** What can be checked. */
export const rulesCommand: ToolCommand = {
  path: 'bsl rules',
  summary: 'List the rules: key, severity, whether active by default, standards, title',
  options: [
    { flags: '--format <name>', description: 'text or json', default: 'text' },
    { flags: '--language <code>', description: 'ru or en', default: 'ru' },
  ],
  run({ options, write }) {
    const language = options['language'] === 'en' ? 'en' : 'ru';
    if (options['format'] === 'json') {
      const described = allRules.map(({ create: _create, title, ...rule }) => ({
        ...rule,
        title: title[language],
      }));
      write(`${JSON.stringify(described, undefined, 2)}\n`);
      return Promise.resolve(0);
    }
    for (const { key, severity, isActive, standards, title } of allRules) {
      const standard = standards.length === 0 ? '' : ` [${standards.join(', ')}]`;
      write(
        `${key.padEnd(44)} ${severity.padEnd(8)} ${isActive ? 'on ' : 'off'} ${title[language]}${standard}\n`,
      );
    }
    return Promise.resolve(0);
  },
};
