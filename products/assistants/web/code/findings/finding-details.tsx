import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { CodeRule } from '../../../contract/index.ts';
import { codeTexts } from '../texts.ts';
import type { FoundAt } from './findings.rules.ts';
import { severityLooks } from './severity-mark.tsx';

const standardUrl = (number: number): string => `https://its.1c.ru/db/v8std/content/${number}/hdoc`;

export interface FindingDetailsProps {
  readonly found: FoundAt;
  readonly rule: CodeRule | undefined;
  /** Left out: nothing can be fixed here. */
  readonly onFix?: (() => void) | undefined;
  readonly onFixRule?: (() => void) | undefined;
}

/** Everything about one finding, and what can be done about it. */
export function FindingDetails({ found, rule, onFix, onFixRule }: FindingDetailsProps): ReactNode {
  const t = useText(codeTexts);
  const localized = useLocalized();
  const { severity, type, message, key, range, standards = [], related = [], fix } = found.finding;
  const { icon: Icon, color } = severityLooks[severity];
  return (
    <Box
      component="section"
      aria-label={t('finding.details')}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', p: 2, bgcolor: 'background.paper' }}
    >
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', color, mb: 0.5 }}>
        <Icon fontSize="small" aria-hidden />
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {`${t(`severity.${severity}`)} · ${t(`type.${type}`)}`}
        </Typography>
      </Stack>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{message}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, overflowWrap: 'anywhere' }}>
        {`${rule === undefined ? '' : `${localized(rule.title)} · `}${key} · ${t('finding.place', { line: range.start.line + 1 })} · ${found.path}`}
      </Typography>
      {related.length === 0 ? null : (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t('finding.related')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {related.slice(0, 20).map((other) => (
              <Typography
                key={`${other.range.start.line}:${other.range.start.character}:${other.message}`}
                component="li"
                variant="body2"
              >
                {`${t('finding.place', { line: other.range.start.line + 1 })}: ${other.message}`}
              </Typography>
            ))}
          </Box>
        </Box>
      )}
      <Stack
        direction="row"
        spacing={1.5}
        useFlexGap
        sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 1.25 }}
      >
        {fix === undefined || onFix === undefined ? null : (
          <Button size="small" variant="contained" startIcon={<AutoFixHighOutlined />} onClick={onFix}>
            {t('finding.fix')}
          </Button>
        )}
        {fix === undefined || onFixRule === undefined ? null : (
          <Button size="small" variant="outlined" onClick={onFixRule}>
            {t('finding.fix_rule')}
          </Button>
        )}
        {standards.map((number) => (
          <Link key={number} href={standardUrl(number)} target="_blank" rel="noreferrer" variant="body2">
            {t('finding.standard', { number })}
          </Link>
        ))}
      </Stack>
    </Box>
  );
}
