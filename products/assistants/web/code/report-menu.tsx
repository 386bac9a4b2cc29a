import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { CheckedFile } from '../../contract/index.ts';
import { DownloadMenu } from '../pieces/download-menu.tsx';
import { downloadReport, reportFormats } from './report.ts';
import { codeTexts } from './texts.ts';

/** The report in formats of other programs. */
export function ReportMenu({ files }: { readonly files: readonly CheckedFile[] }): ReactNode {
  const t = useText(codeTexts);
  const language = useLanguage();
  return (
    <DownloadMenu
      label={t('report.label')}
      choices={reportFormats.map((format) => ({
        name: t(`report.${format}`),
        onChoose: () => downloadReport(files, format, language),
      }))}
    />
  );
}
