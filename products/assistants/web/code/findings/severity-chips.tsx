import { Box, Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Severity } from '../../../contract/index.ts';
import { severities } from '../settings/settings.rules.ts';
import { codeTexts } from '../texts.ts';
import { severityLooks } from './severity-mark.tsx';

export interface SeverityChipsProps {
  readonly label: string;
  readonly chosen: readonly Severity[];
  readonly onChange: (chosen: readonly Severity[]) => void;
  readonly counts?: Readonly<Partial<Record<Severity, number>>> | undefined;
}

/** Severities to be switched on and off, with how many there are of each. */
export function SeverityChips({ label, chosen, onChange, counts }: SeverityChipsProps): ReactNode {
  const t = useText(codeTexts);
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {severities.map((severity) => {
        const isChosen = chosen.includes(severity);
        const { icon: Icon, color } = severityLooks[severity];
        const count = counts === undefined ? '' : ` ${counts[severity] ?? 0}`;
        return (
          <Chip
            key={severity}
            clickable
            aria-pressed={isChosen}
            variant={isChosen ? 'filled' : 'outlined'}
            icon={<Icon />}
            sx={{ '& .MuiChip-icon.MuiChip-icon': { color } }}
            label={`${t(`severity.${severity}`)}${count}`}
            onClick={() =>
              onChange(
                isChosen
                  ? chosen.filter((each) => each !== severity)
                  : severities.filter((each) => each === severity || chosen.includes(each)),
              )
            }
          />
        );
      })}
    </Box>
  );
}
