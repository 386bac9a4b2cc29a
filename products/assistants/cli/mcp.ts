import type { ToolCommand } from '#platform/server/modules';

const presets = ['analysis', 'review', 'development'] as const;
const badInput = 2;

/** The engines for programs that speak the Model Context Protocol. */
export const mcpCommand: ToolCommand = {
  path: 'mcp',
  summary:
    'Serve the engines over the Model Context Protocol on standard input and output; reads files, writes none',
  options: [
    { flags: '--root <folder>', description: 'The folder whose files may be read', default: '.' },
    { flags: '--preset <name>', description: 'analysis, review or development', default: 'development' },
    { flags: '--language <code>', description: 'Language of the answers: ru or en', default: 'ru' },
  ],
  async run({ options, warn }) {
    const preset = presets.find((name) => name === (options['preset'] ?? 'development'));
    const language = options['language'] ?? 'ru';
    if (preset === undefined || (language !== 'ru' && language !== 'en')) {
      warn(preset === undefined ? `--preset is one of ${presets.join(', ')}.` : '--language is ru or en.');
      return badInput;
    }
    const root = String(options['root'] ?? '.');
    // Loaded only here: no other command needs the protocol.
    const { serveStdio } = await import('../server/mcp/serve-stdio.ts');
    try {
      const { stdin: input, stdout: output } = process;
      await serveStdio({ input, output, root, preset, locale: language, version: '0.1.0', warn });
      return 0;
    } catch (error) {
      warn(`${root}: ${error instanceof Error ? error.message : String(error)}`);
      return badInput;
    }
  },
};
