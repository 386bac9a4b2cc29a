import { Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';

export interface PointsFieldsProps<Name extends string> {
  /** What the three numbers are: the name of their group. */
  readonly label: string;
  readonly fields: readonly { readonly name: Name; readonly label: string; readonly value: string }[];
  readonly isFaulty: (name: Name) => boolean;
  readonly faultId: string;
  readonly onWrite: (name: Name, text: string) => void;
  /** Stands in the same line. */
  readonly children?: ReactNode;
}

/** Three points of an estimate in a line. */
export function PointsFields<Name extends string>(props: PointsFieldsProps<Name>): ReactNode {
  const { label, fields, isFaulty, faultId, onWrite, children } = props;
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 1, fontSize: '0.875rem', fontWeight: 560 }}>
        {label}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {fields.map(({ name, label: text, value }) => (
          <TextField
            key={name}
            size="small"
            label={text}
            value={value}
            error={isFaulty(name)}
            onChange={({ target }) => onWrite(name, target.value)}
            slotProps={{
              htmlInput: {
                maxLength: 20,
                inputMode: 'text',
                'aria-describedby': isFaulty(name) ? faultId : undefined,
              },
            }}
            sx={{ flex: '1 1 88px', minWidth: 0, maxWidth: 170 }}
          />
        ))}
        {children}
      </Box>
    </Box>
  );
}
