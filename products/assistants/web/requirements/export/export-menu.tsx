import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { Requirement, RequirementsAnalysis } from '../../../contract/index.ts';
import { DownloadMenu } from '../../pieces/download-menu.tsx';
import { saveFile } from '../../pieces/save-file.ts';
import { useNames } from '../list/names.ts';
import { requirementsTexts } from '../texts.ts';
import { csvOfRequirements, markdownOf, type ReportWords } from './export.rules.ts';

const formats = ['md', 'csv', 'json'] as const;
const types = { md: 'text/markdown', csv: 'text/csv', json: 'application/json' } as const;

export interface ExportMenuProps {
  readonly analysis: RequirementsAnalysis;
  /** What the list shows now: tables hold only these. */
  readonly listed: readonly Requirement[];
}

/** The analysis as a file. */
export function ExportMenu({ analysis, listed }: ExportMenuProps): ReactNode {
  const t = useText(requirementsTexts);
  const language = useLanguage();
  const names = useNames();

  const write = (format: (typeof formats)[number]): string => {
    if (format === 'json') return JSON.stringify({ ...analysis, requirements: listed }, null, 2);
    const words: ReportWords = {
      language,
      heading: t('export.heading'),
      columns: {
        id: t('export.id'),
        text: t('export.text'),
        type: t('export.type'),
        characteristic: t('export.characteristic'),
        obligation: t('export.obligation'),
        score: t('export.score'),
        place: t('export.place'),
        findings: t('export.findings'),
      },
      conflicts: t('set.conflicts'),
      duplicates: t('set.duplicates'),
      objects: t('objects.list'),
      sections: t('set.sections'),
      ...names,
      stateOf: (state) => t(`set.state.${state}`),
      placeOf: ({ line, page, path }) =>
        [
          page === null ? null : t('list.page', { page }),
          line === null ? null : t('list.line', { line }),
          path.join(' / '),
        ]
          .filter((part) => part !== null && part !== '')
          .join(', '),
    };
    return format === 'csv' ? csvOfRequirements(listed, words) : markdownOf(analysis, listed, words);
  };

  return (
    <DownloadMenu
      label={t('export.label')}
      choices={formats.map((format) => ({
        name: t(`export.${format}`),
        onChoose: () =>
          saveFile(new Blob([write(format)], { type: types[format] }), `requirements.${format}`),
      }))}
    />
  );
}
