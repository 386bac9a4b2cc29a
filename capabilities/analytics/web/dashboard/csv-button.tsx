import DownloadRounded from '@mui/icons-material/DownloadRounded';
import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useApi, useLanguage, useNotice, useText } from '#platform/web';
import type { Days } from '../days.rules.ts';
import { useRefusals } from '../refusals.ts';
import { routesOf, type Whose } from '../routes.ts';
import { analyticsTexts } from '../texts.ts';

export interface CsvButtonProps {
  readonly whose: Whose;
  readonly days: Days;
  readonly report: 'daily' | 'funnel';
  readonly funnel?: string | undefined;
  readonly subjectId?: string;
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Downloads a report; in Russian with the separator that spreadsheets expect there. */
export function CsvButton({ whose, days, report, funnel, subjectId }: CsvButtonProps): ReactNode {
  const t = useText(analyticsTexts);
  const language = useLanguage();
  const { call } = useApi();
  const notice = useNotice();
  const refusals = useRefusals();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const separator = language === 'ru' ? ';' : ',';
      const query = { ...days, report, funnel, subject_id: subjectId, separator, bom: true } as const;
      save(await call(routesOf(whose).csv, { query }), `${t('csv.file')}-${days.from}-${days.to}.csv`);
    } catch (error) {
      notice.error(error, refusals);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<DownloadRounded fontSize="small" />}
      loading={busy}
      loadingPosition="start"
      onClick={() => void run()}
    >
      {t('csv.download')}
    </Button>
  );
}
