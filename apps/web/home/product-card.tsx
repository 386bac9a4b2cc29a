import ArrowForwardRounded from '@mui/icons-material/ArrowForwardRounded';
import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type OpenModule, useLocalized } from '#platform/web';

/** A product the person may open: what it is, and its first screen. */
export function ProductCard({ module, entries }: OpenModule): ReactNode {
  const localized = useLocalized();
  const first = entries[0];
  if (first === undefined || module.summary === undefined) return null;
  const Icon = module.icon ?? first.screen.nav.icon;
  return (
    <Card sx={{ height: '100%' }}>
      <CardActionArea
        component={Link}
        to={first.screen.path}
        sx={{ height: '100%', p: 2.5, '&:hover .arrow': { transform: 'translateX(4px)' } }}
      >
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
          <Box
            aria-hidden
            sx={{
              display: 'grid',
              placeItems: 'center',
              width: 44,
              height: 44,
              borderRadius: '12px',
              color: 'primary.main',
              bgcolor: 'action.selected',
              flexShrink: 0,
            }}
          >
            <Icon fontSize="medium" />
          </Box>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h3">{localized(module.title)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {localized(module.summary)}
            </Typography>
          </Box>
          <Box
            className="arrow"
            aria-hidden
            sx={{ color: 'text.secondary', transition: 'transform 160ms', lineHeight: 0, mt: 0.25 }}
          >
            <ArrowForwardRounded fontSize="small" />
          </Box>
        </Stack>
      </CardActionArea>
    </Card>
  );
}
