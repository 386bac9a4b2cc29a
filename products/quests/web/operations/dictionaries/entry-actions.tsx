import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { IconButton, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { DictionaryEntry } from '../../../contract/index.ts';
import { operationsTexts } from '../texts.ts';

interface EntryActionsProps {
  readonly entry: DictionaryEntry;
  readonly first: boolean;
  readonly last: boolean;
  /** An order is being saved. */
  readonly busy: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** The buttons of an entry. */
export function EntryActions(props: EntryActionsProps): ReactNode {
  const { entry, first, last, busy, onMove, onEdit, onRemove } = props;
  const t = useText(operationsTexts);
  const name = useLocalized()(entry.name);
  return (
    <>
      <IconButton
        aria-label={t('dictionaries.up', { name })}
        disabled={first || busy}
        onClick={() => onMove(-1)}
      >
        <ArrowUpwardRounded fontSize="small" />
      </IconButton>
      <IconButton
        aria-label={t('dictionaries.down', { name })}
        disabled={last || busy}
        onClick={() => onMove(1)}
      >
        <ArrowDownwardRounded fontSize="small" />
      </IconButton>
      <Tooltip title={t('edit')}>
        <IconButton aria-label={t('dictionaries.edit', { name })} onClick={onEdit}>
          <EditOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('dictionaries.remove')}>
        <IconButton aria-label={`${t('dictionaries.remove')}: ${name}`} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
    </>
  );
}
