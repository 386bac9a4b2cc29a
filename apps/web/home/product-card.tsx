import { Box, Button, Card, CardContent, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type OpenModule, useLocalized } from '#platform/web';

/** A product the person may open: what it is, and the way to each of its screens. */
export function ProductCard({ module, entries }: OpenModule): ReactNode {
  const localized = useLocalized();
  const first = entries[0];
  if (first === undefined || module.summary === undefined) return null;
  const Icon = module.icon ?? first.screen.nav.icon;
  return (
    <Card sx={{ height: '100%' }}>
      <CardContent>
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
            <Typography variant="h3">
              <TextLink component={Link} to={first.screen.path} color="inherit">
                {localized(module.title)}
              </TextLink>
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {localized(module.summary)}
            </Typography>
          </Box>
        </Stack>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 2.5 }}>
          {entries.map(({ screen }) => (
            <Button
              key={screen.path}
              component={Link}
              to={screen.path}
              size="small"
              variant="outlined"
              color="inherit"
              startIcon={<screen.nav.icon fontSize="inherit" />}
            >
              {localized(screen.title)}
            </Button>
          ))}
        </Stack>
      </CardContent>
    </Card>
  );
}
