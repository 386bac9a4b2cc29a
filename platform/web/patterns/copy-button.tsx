import CheckRounded from '@mui/icons-material/CheckRounded';
import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded';
import { IconButton, Tooltip } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { useNotice } from './use-notice.ts';

export interface CopyButtonProps {
  readonly text: string;
  /** What it copies, for its name: "Copy the key". */
  readonly label?: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const t = useText(platformTexts);
  const notice = useNotice();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch (error) {
      notice.error(error);
    }
  };
  const name = copied ? t('copied') : (label ?? t('copy'));
  return (
    <Tooltip title={name}>
      <IconButton size="small" aria-label={name} onClick={() => void copy()}>
        {copied ? <CheckRounded fontSize="small" color="success" /> : <ContentCopyRounded fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
