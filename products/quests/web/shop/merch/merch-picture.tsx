import ShoppingBagOutlined from '@mui/icons-material/ShoppingBagOutlined';
import { Box } from '@mui/material';
import type { ComponentProps, ReactNode } from 'react';
import { Cover } from '../../pieces/index.ts';

/** An article's picture, square; a bag where there is none. */
export function MerchPicture({ sx, ...rest }: Omit<ComponentProps<typeof Cover>, 'ratio'>): ReactNode {
  if (rest.cover !== null) return <Cover {...rest} ratio="1 / 1" {...(sx === undefined ? {} : { sx })} />;
  return (
    <Box
      aria-hidden
      sx={[
        {
          aspectRatio: '1 / 1',
          display: 'grid',
          placeItems: 'center',
          bgcolor: 'action.selected',
          color: 'primary.main',
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      <ShoppingBagOutlined fontSize="large" sx={{ opacity: 0.5 }} />
    </Box>
  );
}
