import { Box } from '@mui/material';
import type { ReactNode } from 'react';

const strings = [
  { x: 3, top: 9, length: 6 },
  { x: 7.5, top: 5, length: 14 },
  { x: 12, top: 3, length: 18 },
  { x: 16.5, top: 7, length: 10 },
  { x: 21, top: 10, length: 4 },
];

/** The mark: five strings sounding together. */
export function BrandMark({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <Box
      component="svg"
      viewBox="0 0 24 24"
      aria-hidden
      sx={{ width: size, height: size, color: 'primary.main', flexShrink: 0 }}
    >
      {strings.map(({ x, top, length }) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={top}
          y2={top + length}
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      ))}
    </Box>
  );
}

/** Mark and name. */
export function Brand(): ReactNode {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        fontWeight: 680,
        fontSize: '1.125rem',
        letterSpacing: '-0.025em',
      }}
    >
      <BrandMark />
      Quintet
    </Box>
  );
}
