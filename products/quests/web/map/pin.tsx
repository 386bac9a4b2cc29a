import { Box, ButtonBase } from '@mui/material';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '#platform/web';
import type { Spot } from './camera.rules.ts';
import { mapTexts } from './texts.ts';
import type { MapMarker, MarkerTone } from './types.ts';

interface PinProps {
  readonly marker: MapMarker;
  readonly spot: Spot;
  readonly selected: boolean;
  readonly onPress?: (() => void) | undefined;
  /** Given, the pin can be dragged and moved by arrow keys, by pixels. */
  readonly onShift?: ((by: Spot) => void) | undefined;
}

const tones: Readonly<Record<MarkerTone, readonly [background: string, ink: string]>> = {
  default: ['primary.main', 'primary.contrastText'],
  current: ['secondary.main', 'secondary.contrastText'],
  done: ['success.main', 'success.contrastText'],
  muted: ['background.paper', 'text.secondary'],
  warning: ['warning.main', 'warning.contrastText'],
};

const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const resting: Spot = { x: 0, y: 0 };

/** Whoever sees the number can also say it: the name holds what the pin shows. */
const nameOf = ({ label, text = '' }: MapMarker): string =>
  label.includes(text) ? label : `${text}. ${label}`;

/** A marker on the map: a button whose point stands on the place. */
export function Pin({ marker, spot, selected, onPress, onShift }: PinProps): ReactNode {
  const t = useText(mapTexts);
  const from = useRef<Spot | null>(null);
  const [shift, setShift] = useState(resting);
  const dragged = useRef(false);
  const [background, ink] = tones[marker.tone ?? 'default'];

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (onShift === undefined) return;
    from.current = { x: event.clientX, y: event.clientY };
    dragged.current = false;
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (from.current === null) return;
    const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
    if (Math.hypot(by.x, by.y) > 4) dragged.current = true;
    if (dragged.current) setShift(by);
  };
  const onPointerUp = (): void => {
    if (from.current !== null && dragged.current) onShift?.(shift);
    from.current = null;
    setShift(resting);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = arrows[event.key];
    if (by === undefined || onShift === undefined) return;
    event.preventDefault();
    const length = event.shiftKey ? 24 : 4;
    onShift({ x: by.x * length, y: by.y * length });
  };
  return (
    <ButtonBase
      aria-label={onShift === undefined ? nameOf(marker) : t('draggable', { label: nameOf(marker) })}
      aria-pressed={onPress === undefined ? undefined : selected}
      onClick={() => {
        if (!dragged.current) onPress?.();
        dragged.current = false;
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        from.current = null;
        setShift(resting);
      }}
      onKeyDown={onKeyDown}
      sx={{
        position: 'absolute',
        left: 0,
        top: 0,
        pointerEvents: 'auto',
        minWidth: 40,
        height: 44,
        pb: '8px',
        touchAction: onShift === undefined ? 'manipulation' : 'none',
        cursor: onShift === undefined ? 'pointer' : 'grab',
        zIndex: selected || dragged.current ? 3 : 1,
      }}
      style={{
        transform: `translate(${(spot.x + shift.x).toFixed(1)}px, ${(spot.y + shift.y).toFixed(1)}px) translate(-50%, -100%)`,
      }}
    >
      <Box
        component="span"
        sx={{
          position: 'relative',
          display: 'grid',
          placeItems: 'center',
          minWidth: 32,
          height: 32,
          px: 1,
          borderRadius: '16px',
          typography: 'body2',
          fontSize: '0.8125rem',
          fontWeight: 650,
          lineHeight: 1,
          whiteSpace: 'nowrap',
          color: ink,
          bgcolor: background,
          border: '2px solid',
          borderColor: selected ? 'text.primary' : 'background.paper',
          boxShadow: '0 2px 6px rgba(0, 0, 0, 0.28)',
          transform: selected ? 'scale(1.12)' : 'none',
          '&::after': {
            content: '""',
            position: 'absolute',
            bottom: -6,
            left: 'calc(50% - 5px)',
            width: 10,
            height: 10,
            bgcolor: background,
            transform: 'rotate(45deg)',
            zIndex: -1,
            borderRadius: '2px',
          },
        }}
      >
        {marker.text ?? ''}
      </Box>
    </ButtonBase>
  );
}
