import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type IconType, useText } from '#platform/web';
import { planningTexts } from '../texts.ts';

/** A tool of the chart. */
export function ToolButton({
  icon: Icon,
  label,
  disabled = false,
  onPress,
}: {
  readonly icon: IconType;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton aria-label={label} disabled={disabled} onClick={onPress}>
          <Icon fontSize="small" />
        </IconButton>
      </span>
    </Tooltip>
  );
}

/** What the colours of the chart mean. */
export function Legend(): ReactNode {
  const t = useText(planningTexts);
  const marks = [
    ['secondary.main', 'gantt.critical'],
    ['primary.main', 'gantt.normal'],
    ['error.main', 'gantt.late'],
    ['info.main', 'gantt.today_line'],
  ] as const;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      {marks.map(([color, text]) => (
        <Typography
          key={text}
          variant="caption"
          sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', color: 'text.secondary' }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{ width: 12, height: 12, borderRadius: '3px', bgcolor: color }}
          />
          {t(text)}
        </Typography>
      ))}
    </Stack>
  );
}
