import { Box } from '@mui/material';
import { create } from 'qrcode';
import { type ReactNode, useMemo } from 'react';

/** Light modules around the code that readers need. */
const margin = 3;

function pathOf(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 0) dark.push(`M${column + margin} ${row + margin}h1v1h-1z`);
    }
  }
  return { path: dark.join(''), size: modules.size + margin * 2 };
}

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** A QR code drawn in the page: its secret goes nowhere. Dark on white in both schemes, as cameras need it. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const { path, size } = useMemo(() => pathOf(text), [text]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{
        width: 208,
        height: 208,
        borderRadius: '10px',
        bgcolor: '#fff',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <path d={path} fill="#111" />
    </Box>
  );
}
