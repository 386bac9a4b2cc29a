import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DataList, useText, visuallyHidden } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { usePointsChange } from '../draft/desk-context.ts';
import { shifted } from '../draft/points.rules.ts';
import { studioTexts } from '../texts.ts';
import { PointRow } from './point-row.tsx';
import { usePointWord } from './use-point-word.ts';

interface PointListProps {
  readonly points: readonly Point[];
  readonly heldBack: readonly string[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

/** The points in their order. Moving one keeps the focus on it and says where it went. */
export function PointList({ points, heldBack, selected, onSelect, onEdit }: PointListProps): ReactNode {
  const t = useText(studioTexts);
  const word = usePointWord();
  const change = usePointsChange();
  const frame = useRef<HTMLDivElement>(null);
  const refocus = useRef<readonly [id: string, part: string] | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (refocus.current === null) return;
    const [id, part] = refocus.current;
    refocus.current = null;
    const row = frame.current?.querySelector(`[data-point="${id}"]`);
    const wanted = row?.querySelector<HTMLElement>(`[data-part="${part}"]:not(:disabled)`);
    (wanted ?? row?.querySelector<HTMLElement>('[data-part="row"]'))?.focus();
  });

  const shift = (point: Point, at: number, by: number, part: string): void => {
    const to = at + by;
    if (to < 0 || to >= points.length) return;
    refocus.current = [point.id, part];
    setSaid(t('route.moved', { title: point.title, number: to + 1, count: points.length }));
    change((before) => shifted(before, point.id, by, word));
  };
  return (
    <div ref={frame}>
      <DataList items={points} keyOf={({ id }) => id} label={t('route.points')} gap={1}>
        {(point) => {
          const at = points.indexOf(point);
          return (
            <PointRow
              point={point}
              number={at + 1}
              isLast={at === points.length - 1}
              isSelected={point.id === selected}
              isHeldBack={heldBack.includes(point.id)}
              onSelect={() => onSelect(point.id)}
              onEdit={() => onEdit(point.id)}
              onShift={(by, part) => shift(point, at, by, part)}
            />
          );
        }}
      </DataList>
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </div>
  );
}
