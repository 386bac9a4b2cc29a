import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { CopyButton, useText } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { requirementsTexts } from '../texts.ts';
import { rewordingOf } from './rewording.rules.ts';

/** How a weak sentence could be said, with places the author fills in. */
export function Rewording({ requirement }: { readonly requirement: Requirement }): ReactNode {
  const t = useText(requirementsTexts);
  const pieces = useMemo(() => {
    let at = 0;
    return rewordingOf(requirement)?.map((piece) => {
      at += 1;
      return { ...piece, key: at };
    });
  }, [requirement]);
  if (pieces === undefined) return null;
  const told = pieces
    .map((piece) => ('kept' in piece ? piece.kept : `[${t(`fill.${piece.fill}`)}]`))
    .join('');
  return (
    <Box sx={{ mt: 1.25, px: 1.5, py: 1, borderRadius: '10px', bgcolor: 'action.hover' }}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontWeight: 600 }}>
          {t('list.rewording')}
        </Typography>
        <CopyButton text={told} label={t('list.copy_rewording', { id: requirement.id })} />
      </Stack>
      <Box sx={{ fontSize: '0.9375rem', lineHeight: 1.75, overflowWrap: 'anywhere' }}>
        {pieces.map((piece) =>
          'kept' in piece ? (
            piece.kept
          ) : (
            <Box
              key={piece.key}
              component="span"
              sx={{
                border: '1px dashed',
                borderColor: 'primary.main',
                color: 'primary.main',
                borderRadius: '6px',
                px: 0.625,
                fontSize: '0.875em',
                whiteSpace: 'nowrap',
              }}
            >
              {t(`fill.${piece.fill}`)}
            </Box>
          ),
        )}
      </Box>
    </Box>
  );
}
