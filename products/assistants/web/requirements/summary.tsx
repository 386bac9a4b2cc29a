import { Alert, AlertTitle, Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useLocalized, useText } from '#platform/web';
import type { RequirementsAnalysis } from '../../contract/index.ts';
import { types as typeOrder, useNames } from './list/names.ts';
import { requirementsTexts } from './texts.ts';

/** How many, how good, and of which types. */
export function Summary({
  analysis: { summary, warnings },
}: {
  readonly analysis: RequirementsAnalysis;
}): ReactNode {
  const t = useText(requirementsTexts);
  const localized = useLocalized();
  const { typeOf } = useNames();
  const figures = [
    { name: t('summary.total'), value: summary.total - (summary.by_type['not-a-requirement'] ?? 0) },
    { name: t('summary.score'), value: Math.round(summary.score) },
    { name: t('summary.findings'), value: summary.findings },
  ];
  return (
    <Stack spacing={1.5}>
      <Box
        component="section"
        aria-label={t('summary.label')}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: { xs: 2.5, sm: 4 },
          rowGap: 1.25,
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
          px: { xs: 1.5, sm: 2.5 },
          py: 1.5,
        }}
      >
        <Box component="dl" sx={{ m: 0, display: 'flex', gap: { xs: 2.5, sm: 4 } }}>
          {figures.map(({ name, value }) => (
            <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
              <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
                {name}
              </Typography>
              <Typography
                component="dd"
                sx={{ m: 0, fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.2 }}
              >
                <LocaleNumber value={value} />
              </Typography>
            </Box>
          ))}
        </Box>
        <Box
          component="ul"
          aria-label={t('summary.types')}
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
        >
          {typeOrder
            .flatMap((type) => (summary.by_type[type] ? [[type, summary.by_type[type]] as const] : []))
            .map(([type, count]) => (
              <li key={type}>
                <Chip size="small" variant="outlined" label={`${typeOf(type)}: ${count}`} />
              </li>
            ))}
        </Box>
      </Box>
      {warnings.length === 0 ? null : (
        <Alert severity="warning">
          <AlertTitle>{t('summary.warnings')}</AlertTitle>
          {warnings.map((warning) => (
            <div key={warning.en}>{localized(warning)}</div>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
