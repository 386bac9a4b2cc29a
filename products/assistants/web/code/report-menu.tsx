import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { CheckedFile } from '../../contract/index.ts';
import { downloadReport, reportFormats } from './report.ts';
import { codeTexts } from './texts.ts';

/** The report in formats of other programs. */
export function ReportMenu({ files }: { readonly files: readonly CheckedFile[] }): ReactNode {
  const t = useText(codeTexts);
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('report.label')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {reportFormats.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(null);
              void downloadReport(files, format, language);
            }}
          >
            {t(`report.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
