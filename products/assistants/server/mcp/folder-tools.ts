import { Type } from 'typebox';
import { type Finding, severities } from '#products/assistants/engines/diagnostics';
import type { RunEngine } from '../engines/engines.ts';
import { countFindings, noFindings } from '../engines/tasks/severity-counts.ts';
import { defineTool, type Tool } from '../tools/tool.ts';
import { createToolEngine } from '../tools/tool-engines.ts';
import { limited } from '../tools/writing/limited.ts';
import { cell, paragraphs, table } from '../tools/writing/markdown.ts';
import { andMore, sayIn } from '../tools/writing/words.ts';
import type { RootFiles } from './root-files.ts';

const kinds = {
  code: /\.(?:bsl|os)$/i,
  documents: /\.(?:docx|pdf|xlsx|md|txt|html?)$/i,
  plans: /\.(?:json|csv|xml)$/i,
  scenarios: /\.feature$/i,
  any: /./,
} as const;

const mostListed = 500;
const mostChecked = 5_000;
const shown = 40;

function listTool(files: RootFiles): Tool {
  return defineTool({
    name: 'list_files',
    group: 'analysis',
    title: { ru: 'Файлы папки', en: 'Files of the folder' },
    description: 'Lists files of the served folder; their paths can be given to other tools as `file`.',
    parameters: Type.Object({
      kind: Type.Optional(Type.Enum(['code', 'documents', 'plans', 'scenarios', 'any'])),
    }),
    async run({ kind = 'any' }, { locale }) {
      const say = sayIn(locale);
      const { paths, isCut } = await files.list(kinds[kind], mostListed);
      const told = limited(paths, mostListed, 40_000);
      return {
        data: { files: told.items, complete: !isCut && told.left_out === 0 },
        text: paragraphs(
          say(
            `**Файлов: ${paths.length}${isCut ? ' и больше' : ''}.**`,
            `**${paths.length}${isCut ? ' or more' : ''} files.**`,
          ),
          told.items.map((path) => `- ${cell(path)}`).join('\n'),
        ),
      };
    },
  });
}

function checkFolderTool(files: RootFiles, run: RunEngine): Tool {
  const engine = createToolEngine(run);
  return defineTool({
    name: 'check_folder',
    group: 'review',
    title: { ru: 'Проверка папки', en: 'Folder check' },
    description:
      'Static analysis of all 1C modules of the served folder: counts by severity, the worst findings, modules that need most work.',
    parameters: Type.Object({
      severities: Type.Optional(
        Type.Array(Type.Enum(['blocker', 'critical', 'major', 'minor', 'info']), {
          minItems: 1,
          maxItems: 5,
        }),
      ),
    }),
    async run({ severities: asked }, context) {
      const { locale, signal, progress } = context;
      const say = sayIn(locale);
      const { paths, isCut } = await files.list(kinds.code, mostChecked);
      const counts = noFindings();
      const found: { readonly path: string; readonly finding: Finding }[] = [];
      const skipped: string[] = [];
      for (const [at, path] of paths.entries()) {
        signal.throwIfAborted();
        progress?.(at, paths.length);
        try {
          const { text } = await files.read(path);
          const { report } = await engine('checkCode', { code: text, path, severities: asked }, context);
          countFindings(counts, report.findings);
          for (const finding of report.findings) found.push({ path, finding });
        } catch (error) {
          signal.throwIfAborted();
          skipped.push(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
        }
      }
      progress?.(paths.length, paths.length);
      const worst = found.toSorted(
        (left, right) =>
          severities.indexOf(left.finding.severity) - severities.indexOf(right.finding.severity),
      );
      const told = limited(
        worst.map(({ path, finding: { key, severity, message, range } }) => ({
          path,
          line: range.start.line + 1,
          key,
          severity,
          message: message[locale],
        })),
        200,
        40_000,
      );
      return {
        data: {
          modules: paths.length,
          complete: !isCut,
          counts,
          findings: told,
          skipped: skipped.slice(0, 50),
        },
        text: paragraphs(
          say(
            `**Модулей: ${paths.length}, замечаний: ${found.length}** (${severities.map((name) => `${name} ${counts[name]}`).join(', ')}).`,
            `**${paths.length} modules, ${found.length} findings** (${severities.map((name) => `${name} ${counts[name]}`).join(', ')}).`,
          ),
          worst.length === 0
            ? ''
            : table(
                [
                  say('Модуль', 'Module'),
                  say('Строка', 'Line'),
                  say('Важность', 'Severity'),
                  say('Замечание', 'Finding'),
                ],
                worst
                  .slice(0, shown)
                  .map(({ path, finding }) => [
                    cell(path),
                    finding.range.start.line + 1,
                    finding.severity,
                    cell(finding.message[locale]),
                  ]),
              ),
          andMore(say, Math.max(0, worst.length - shown)),
          skipped.length === 0
            ? ''
            : say(`Не прочитано: ${skipped.length}.`, `${skipped.length} could not be read.`),
        ),
      };
    },
  });
}

/** Tools about the served folder itself. */
export function folderTools(files: RootFiles, run: RunEngine): readonly Tool[] {
  return [listTool(files), checkFolderTool(files, run)];
}
