import { Box, Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Severity } from '../../../contract/index.ts';
import { severityLooks } from '../findings/severity-mark.tsx';
import { severities } from '../settings/settings.rules.ts';
import { codeTexts } from '../texts.ts';

export interface CountChipsProps {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Of the review before: then the differences are told, too. */
  readonly before?: Readonly<Record<Severity, number>>;
}

const signed = (difference: number): string =>
  difference === 0 ? '±0' : difference > 0 ? `+${difference}` : `−${-difference}`;

/** How many findings there are of each severity that was found. */
export function CountChips({ counts, before }: CountChipsProps): ReactNode {
  const told = useText(codeTexts);
  const shown = severities.filter((severity) => counts[severity] > 0 || (before?.[severity] ?? 0) > 0);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {shown.length === 0 ? (
        <Chip size="small" variant="outlined" color="success" label={told('result.clean')} />
      ) : null}
      {shown.map((severity) => {
        const { icon: Icon, color } = severityLooks[severity];
        const change = before === undefined ? '' : ` (${signed(counts[severity] - before[severity])})`;
        return (
          <Chip
            key={severity}
            size="small"
            variant="outlined"
            icon={<Icon />}
            sx={{ '& .MuiChip-icon.MuiChip-icon': { color } }}
            label={`${told(`severity.${severity}`)} ${counts[severity]}${change}`}
          />
        );
      })}
    </Box>
  );
}
