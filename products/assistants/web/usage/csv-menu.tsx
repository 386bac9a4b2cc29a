import DownloadRounded from '@mui/icons-material/DownloadRounded';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import { saveFile } from '../pieces/save-file.ts';
import { type Cell, csvOf } from './csv.rules.ts';
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
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const save = ({ name, rows }: CsvTable): void => {
    setAnchor(null);
    const content = new Blob([csvOf(rows(), language)], { type: 'text/csv;charset=utf-8' });
    saveFile(content, `${file} ${name}.csv`.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-'));
  };
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<DownloadRounded fontSize="small" />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('csv.label')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {tables.map((table) => (
          <MenuItem key={table.name} onClick={() => save(table)}>
            {table.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
