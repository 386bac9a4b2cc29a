import { Box, Button, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';

export interface SaveBarProps {
  readonly isNew: boolean;
  readonly note: string;
  readonly onNote: (note: string) => void;
  /** Why it cannot be saved now; empty when it can. */
  readonly hindrance: string;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Stands at the foot while there is something to save. */
export function SaveBar(props: SaveBarProps): ReactNode {
  const { isNew, note, onNote, hindrance, isSaving, onSave, onDiscard } = props;
  const t = useText(planningTexts);
  return (
    <Box
      role="region"
      aria-label={t('save.bar')}
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 5,
        mt: 2,
        py: { xs: 1, sm: 1.25 },
        display: 'flex',
        flexWrap: { xs: 'nowrap', sm: 'wrap' },
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Typography
        variant="body2"
        role="status"
        sx={{
          flex: { xs: '1 1 0', sm: '1 1 220px' },
          minWidth: 0,
          fontSize: { xs: '0.8125rem' },
          lineHeight: 1.3,
          color: hindrance === '' ? 'text.secondary' : 'warning.main',
        }}
      >
        {hindrance === '' ? t(isNew ? 'save.unsaved_new' : 'save.unsaved') : hindrance}
      </Typography>
      {isNew ? null : (
        <TextField
          size="small"
          label={t('save.note')}
          value={note}
          onChange={({ target }) => onNote(target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ flex: '1 1 200px', display: { xs: 'none', sm: 'flex' } }}
        />
      )}
      <Button
        color="inherit"
        disabled={isSaving}
        onClick={onDiscard}
        sx={{ px: { xs: 1, sm: 2 }, lineHeight: 1.2 }}
      >
        {t(isNew ? 'save.throw_away' : 'save.discard')}
      </Button>
      <Button variant="contained" disabled={hindrance !== ''} loading={isSaving} onClick={onSave}>
        {t('save.save')}
      </Button>
    </Box>
  );
}
