import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import { Box, ButtonBase, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#platform/web';
import { codeTexts } from '../texts.ts';
import type { FindingRow, FoundAt } from './findings.rules.ts';
import { severityLooks } from './severity-mark.tsx';

/** All rows are as high, so that the place of each is known without measuring. */
const rowHeight = 76;
const spare = 6;

interface RowProps {
  readonly found: FoundAt;
  readonly chosen: boolean;
  readonly showsPath: boolean;
  readonly onChoose: (found: FoundAt) => void;
}

function FindingButton({ found, chosen, showsPath, onChoose }: RowProps): ReactNode {
  const t = useText(codeTexts);
  const { severity, key, message, range, fix } = found.finding;
  const { icon: Icon, color } = severityLooks[severity];
  return (
    <ButtonBase
      onClick={() => onChoose(found)}
      aria-current={chosen ? 'true' : undefined}
      sx={{
        width: '100%',
        height: '100%',
        justifyContent: 'flex-start',
        alignItems: 'flex-start',
        textAlign: 'left',
        gap: 1.25,
        px: 1.5,
        py: 1,
        bgcolor: chosen ? 'action.selected' : 'transparent',
        '&:hover': { bgcolor: chosen ? 'action.selected' : 'action.hover' },
      }}
    >
      <Icon fontSize="small" sx={{ color, mt: 0.125 }} aria-hidden />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography
          variant="body2"
          sx={{
            lineHeight: 1.35,
            display: '-webkit-box',
            WebkitLineClamp: 2,
            WebkitBoxOrient: 'vertical',
            overflow: 'hidden',
          }}
        >
          {message}
        </Typography>
        <Typography variant="caption" noWrap component="div" sx={{ color: 'text.secondary' }}>
          <Box component="span" sx={{ color, fontWeight: 600 }}>
            {t(`severity.${severity}`)}
          </Box>
          {` · ${t('finding.place', { line: range.start.line + 1 })} · ${key}${showsPath ? ` · ${found.path}` : ''}`}
        </Typography>
      </Box>
      {fix === undefined ? null : (
        <AutoFixHighOutlined
          titleAccess={t('finding.fixable')}
          sx={{ color: 'text.secondary', fontSize: '1.05rem', mt: 0.25 }}
        />
      )}
    </ButtonBase>
  );
}

export interface FindingListProps {
  readonly rows: readonly FindingRow[];
  readonly chosen: string | null;
  readonly showsPath: boolean;
  readonly height: number;
  readonly nameOf: (group: string) => string;
  readonly onChoose: (found: FoundAt) => void;
}

/** Findings in a list of any length: only the rows on the screen exist. */
export function FindingList({
  rows,
  chosen,
  showsPath,
  height,
  nameOf,
  onChoose,
}: FindingListProps): ReactNode {
  const t = useText(codeTexts);
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + spare);

  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === chosen);
    const element = place.current;
    if (index < 0 || element === null) return;
    const [from, to] = [index * rowHeight, (index + 1) * rowHeight];
    if (from < element.scrollTop) element.scrollTop = from;
    else if (to > element.scrollTop + height) element.scrollTop = to - height;
  }, [chosen, rows, height]);

  return (
    <Box
      ref={place}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      sx={{
        height: Math.min(height, rows.length * rowHeight),
        overflowY: 'auto',
        overscrollBehavior: 'contain',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
      }}
    >
      <Box
        component="ul"
        aria-label={t('finding.list')}
        sx={{ m: 0, p: 0, listStyle: 'none', position: 'relative', height: rows.length * rowHeight }}
      >
        {rows.slice(first, last).map((row, index) => (
          <Box
            component="li"
            key={row.id}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
            sx={{
              position: 'absolute',
              left: 0,
              right: 0,
              height: rowHeight,
              borderBottom: 1,
              borderColor: 'divider',
            }}
            style={{ top: (first + index) * rowHeight }}
          >
            {row.kind === 'finding' ? (
              <FindingButton
                found={row.found}
                chosen={row.id === chosen}
                showsPath={showsPath}
                onChoose={onChoose}
              />
            ) : (
              <Box
                sx={{
                  height: '100%',
                  display: 'flex',
                  alignItems: 'center',
                  gap: 1,
                  px: 1.5,
                  bgcolor: 'action.hover',
                }}
              >
                <Typography
                  sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' }}
                >
                  {nameOf(row.name)}
                </Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary', ml: 'auto', flexShrink: 0 }}>
                  {t('result.findings', { count: row.count })}
                </Typography>
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
