import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import type { ArtifactBar } from './artifact.rules.ts';

/** A plan as bars over time; the critical path stands out. */
export function GanttView({
  bars,
  label,
}: {
  readonly bars: readonly ArtifactBar[];
  readonly label: string;
}): ReactNode {
  const t = useText(workspaceTexts);
  const format = new Intl.DateTimeFormat(useLanguage(), { day: 'numeric', month: 'short' });
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{
        m: 0,
        p: 1.5,
        listStyle: 'none',
        display: 'grid',
        gap: 1,
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
      }}
    >
      {bars.map((bar) => {
        const dates = bar.milestone
          ? format.format(new Date(bar.start))
          : format.formatRange(new Date(bar.start), new Date(bar.finish));
        return (
          <Box component="li" key={`${bar.id}:${bar.name}`}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography
                variant="caption"
                noWrap
                title={bar.name}
                sx={{ fontWeight: bar.critical ? 620 : 480 }}
              >
                {bar.name}
              </Typography>
              <Typography variant="caption" sx={{ color: 'text.secondary', flexShrink: 0 }}>
                {bar.critical ? `${t('artifact.critical')} · ${dates}` : dates}
              </Typography>
            </Box>
            <Box
              aria-hidden
              sx={{
                position: 'relative',
                height: 10,
                borderRadius: '5px',
                bgcolor: 'action.hover',
                mt: 0.25,
              }}
            >
              <Box
                sx={{
                  position: 'absolute',
                  left: `${Math.min(bar.from * 100, 98)}%`,
                  width: bar.milestone ? 10 : `max(4px, ${bar.width * 100}%)`,
                  height: 10,
                  borderRadius: bar.milestone ? '2px' : '5px',
                  transform: bar.milestone ? 'rotate(45deg)' : 'none',
                  bgcolor: bar.critical ? 'secondary.main' : 'primary.main',
                }}
              />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
