import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useApi, useNotice, useText } from '#platform/web';
import { writePlan } from '../../../contract/index.ts';
import { saveFile } from '../../pieces/save-file.ts';
import { usePlanRefusals } from '../refusals.ts';
import type { SheetDocument } from '../sheet/document.rules.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { fileName, planCsv } from './plan-csv.rules.ts';

export interface ExportMenuProps {
  readonly sheet: Sheet;
  readonly document: SheetDocument;
  /** Empty while there is no schedule. */
  readonly mermaid: string;
}

/** The plan as a file of this and other programs. */
export function ExportMenu({ sheet, document, mermaid }: ExportMenuProps): ReactNode {
  const t = useText(planningTexts);
  const notice = useNotice();
  const refusals = usePlanRefusals();
  const { call } = useApi();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const give = (text: string, type: string, extension: string): void =>
    saveFile(new Blob([text], { type }), fileName(sheet.name, extension));
  const giveProject = async (): Promise<void> => {
    setIsBusy(true);
    try {
      const { text } = await call(writePlan, { body: { plan: document.plan } });
      give(text, 'application/xml', 'xml');
    } catch (problem) {
      notice.error(problem, refusals);
    }
    setIsBusy(false);
  };
  const item = (label: string, run: () => unknown, disabled = false): ReactNode => (
    <MenuItem
      disabled={disabled}
      onClick={() => {
        setAnchor(null);
        run();
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        loading={isBusy}
        loadingPosition="start"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('export.label')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {item(t('export.json'), () =>
          give(`${JSON.stringify(document.plan, null, 2)}\n`, 'application/json', 'json'),
        )}
        {item(t('export.csv'), () => give(planCsv(sheet), 'text/csv', 'csv'))}
        {item(t('export.project'), () => void giveProject(), document.faults.length > 0)}
        {item(t('export.mermaid'), () => give(mermaid, 'text/plain', 'mmd'), mermaid === '')}
      </Menu>
    </>
  );
}
