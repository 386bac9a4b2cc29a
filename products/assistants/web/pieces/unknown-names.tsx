import { Alert, AlertTitle, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { UnknownName } from '../../contract/index.ts';
import { piecesTexts } from './texts.ts';

const shown = 20;

export interface UnknownNamesProps {
  readonly names: readonly UnknownName[];
  readonly onShow: (name: UnknownName) => void;
}

/** Names in a text that the project's configuration does not have; nothing when there is none. */
export function UnknownNames({ names, onShow }: UnknownNamesProps): ReactNode {
  const t = useText(piecesTexts);
  const localized = useLocalized();
  if (names.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }}>
      <AlertTitle>{t('unknown.title')}</AlertTitle>
      {names.slice(0, shown).map((name) => (
        <div key={`${name.text}:${name.range.start.line}:${name.range.start.character}`}>
          {localized(name.message)}{' '}
          <Button size="small" color="inherit" onClick={() => onShow(name)}>
            {t('unknown.show', { line: name.range.start.line + 1 })}
          </Button>
        </div>
      ))}
      {names.length > shown ? t('unknown.more', { count: names.length - shown }) : null}
    </Alert>
  );
}
