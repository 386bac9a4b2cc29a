import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { Drawing } from '../drawing.ts';
import { diagramsTexts } from '../texts.ts';
import { inventoryOf } from './inventory.rules.ts';

const mostLines = 20;
const line = { display: 'flex', gap: 1, alignItems: 'flex-start', fontSize: '0.875rem' } as const;

/** What was understood, and what was not. */
export function Notes({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const t = useText(diagramsTexts);
  const localized = useLocalized();
  const { kind, model, notes, unread } = drawing;
  const inventory = inventoryOf(kind, model);
  const isFine = notes.length === 0 && unread.length === 0;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <section>
        <Typography component="h2" sx={{ fontWeight: 650, fontSize: '0.9375rem', mb: 0.5 }}>
          {t('notes.understood')}
        </Typography>
        {inventory.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('notes.nothing_known')}
          </Typography>
        ) : (
          <Box
            component="ul"
            sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5, fontSize: '0.875rem' }}
          >
            {inventory.map(({ word, count, names }) => (
              <Box component="li" key={word} sx={{ overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {t('inventory.line', { word: t(`inventory.${word}`), count })}
                </Box>
                {names.length === 0 ? null : (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {` — ${names.join(', ')}${count > names.length ? '…' : ''}`}
                  </Box>
                )}
              </Box>
            ))}
          </Box>
        )}
      </section>
      <section>
        <Typography component="h2" sx={{ fontWeight: 650, fontSize: '0.9375rem', mb: 0.5 }}>
          {t('notes.not_understood')}
        </Typography>
        {isFine ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('notes.all_read')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
            {notes.map(({ rule, severity, message, at }) => {
              const Icon = severity === 'error' ? ErrorOutlineRounded : WarningAmberRounded;
              const color = severity === 'error' ? 'error.main' : 'warning.main';
              return (
                <Box component="li" key={`${rule}:${at}:${message.en}`} sx={line}>
                  <Icon fontSize="small" sx={{ color, mt: '1px' }} aria-hidden />
                  <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Box
                      component="span"
                      sx={{ color, fontWeight: 600 }}
                    >{`${t(`notes.${severity}`)}: `}</Box>
                    {localized(message)}
                    {at === null ? null : (
                      <Box
                        component="span"
                        sx={{ color: 'text.secondary' }}
                      >{` (${t('notes.at', { at })})`}</Box>
                    )}
                  </Box>
                </Box>
              );
            })}
            {unread.length === 0 ? null : (
              <Box component="li" sx={{ ...line, color: 'text.secondary' }}>
                {t('notes.unread', { count: unread.length })}
              </Box>
            )}
            {unread.slice(0, mostLines).map((each) => (
              <Box component="li" key={each.line} sx={{ ...line, overflowWrap: 'anywhere' }}>
                {t('notes.line', { line: each.line, text: each.text.slice(0, 200) })}
              </Box>
            ))}
          </Box>
        )}
      </section>
    </Box>
  );
}
