import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { type Cell, csvOf } from '../pieces/csv.rules.ts';
import { DownloadMenu } from '../pieces/download-menu.tsx';
import { saveFile } from '../pieces/save-file.ts';
import { usageTexts } from './texts.ts';

export interface CsvTable {
  /** In the menu, and in the name of the file. */
  readonly name: string;
  readonly rows: () => readonly (readonly Cell[])[];
}

export interface CsvMenuProps {
  readonly tables: readonly CsvTable[];
  /** What the name of a file begins with. */
  readonly file: string;
}

/** Figures as tables for spreadsheets. */
export function CsvMenu({ tables, file }: CsvMenuProps): ReactNode {
  const t = useText(usageTexts);
  const language = useLanguage();
  const save = ({ name, rows }: CsvTable): void => {
    const content = new Blob([csvOf(rows(), language)], { type: 'text/csv;charset=utf-8' });
    saveFile(content, `${file} ${name}.csv`.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-'));
  };
  return (
    <DownloadMenu
      label={t('csv.label')}
      choices={tables.map((table) => ({ name: table.name, onChoose: () => save(table) }))}
    />
  );
}
