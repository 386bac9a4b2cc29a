import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, ButtonBase, IconButton, Typography } from '@mui/material';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

interface PointRowProps {
  readonly point: Point;
  readonly number: number;
  readonly isLast: boolean;
  readonly isSelected: boolean;
  readonly isHeldBack: boolean;
  readonly onSelect: () => void;
  readonly onEdit: () => void;
  readonly onShift: (by: number, from: 'row' | 'up' | 'down') => void;
}

const hues = { plain: 'primary', selected: 'secondary', held: 'warning' } as const;

function NumberMark({
  number,
  hue,
}: {
  readonly number: number;
  readonly hue: keyof typeof hues;
}): ReactNode {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'grid',
        placeItems: 'center',
        minWidth: 28,
        height: 28,
        borderRadius: '14px',
        typography: 'body2',
        fontWeight: 650,
        bgcolor: `${hues[hue]}.main`,
        color: `${hues[hue]}.contrastText`,
      }}
    >
      {number}
    </Box>
  );
}

/** A point in the list: choose it, open it, move it by its buttons or with Alt and an arrow. */
export function PointRow(props: PointRowProps): ReactNode {
  const { point, number, isLast, isSelected, isHeldBack, onSelect, onEdit, onShift } = props;
  const t = useText(studioTexts);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    onShift(by, 'row');
  };
  const title = point.title.trim() === '' ? t('point.untitled') : point.title;
  const hints = [
    t(`task.kind_${point.task.kind}`),
    ...(point.place_settings.hidden ? [t('route.is_hidden')] : []),
    ...(isHeldBack ? [t('route.is_held_back')] : []),
  ];
  return (
    <Box
      data-point={point.id}
      sx={{
        display: 'flex',
        alignItems: 'center',
        border: 1,
        borderColor: isSelected ? 'primary.main' : 'divider',
        borderRadius: '12px',
        bgcolor: isSelected ? 'action.selected' : 'background.paper',
      }}
    >
      <ButtonBase
        data-part="row"
        aria-pressed={isSelected}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={onSelect}
        onKeyDown={onKeyDown}
        sx={{
          flexGrow: 1,
          minWidth: 0,
          minHeight: 56,
          gap: 1.5,
          px: 1.5,
          py: 1,
          justifyContent: 'flex-start',
          textAlign: 'start',
          borderRadius: '12px',
        }}
      >
        <NumberMark number={number} hue={isHeldBack ? 'held' : isSelected ? 'selected' : 'plain'} />
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography component="span" noWrap sx={{ display: 'block', fontWeight: 560 }}>
            {title}
          </Typography>
          <Typography
            component="span"
            variant="caption"
            sx={{ display: 'block', color: isHeldBack ? 'warning.main' : 'text.secondary' }}
          >
            {hints.join(' · ')}
          </Typography>
        </Box>
      </ButtonBase>
      <IconButton
        data-part="up"
        aria-label={t('route.up', { title })}
        disabled={number === 1}
        onClick={() => onShift(-1, 'up')}
      >
        <ArrowUpwardOutlined fontSize="small" />
      </IconButton>
      <IconButton
        data-part="down"
        aria-label={t('route.down', { title })}
        disabled={isLast}
        onClick={() => onShift(1, 'down')}
      >
        <ArrowDownwardOutlined fontSize="small" />
      </IconButton>
      <IconButton aria-label={t('route.edit', { title })} onClick={onEdit} sx={{ mr: 0.5 }}>
        <EditOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
