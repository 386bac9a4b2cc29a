import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly help?: ReactNode;
  /** Beside the title: a state, a button. */
  readonly side?: ReactNode;
  readonly children?: ReactNode;
}

/** A card with a heading. */
export function Section({ title, help, side, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <CardContent>
        <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'flex-start', flexWrap: 'wrap' }}>
          <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
            <Typography id={id} variant="h3" component="h2">
              {title}
            </Typography>
            {help === undefined ? null : (
              <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
                {help}
              </Typography>
            )}
          </Box>
          {side}
        </Stack>
        {children === undefined || children === null ? null : <Box sx={{ mt: 2.5 }}>{children}</Box>}
      </CardContent>
    </Card>
  );
}
