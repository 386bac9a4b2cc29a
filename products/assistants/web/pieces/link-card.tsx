import { Box, Card, CardActionArea, CardContent, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IconType } from '#platform/web';

export interface LinkCardProps {
  readonly to: string;
  readonly title: string;
  readonly description: string;
  readonly icon?: IconType;
  /** Facts at the foot of the card. */
  readonly children: ReactNode;
}

/** A thing in a grid of cards: what it is, and the way to it; the foot stays at the foot. */
export function LinkCard({ to, title, description, icon: Icon, children }: LinkCardProps): ReactNode {
  return (
    <Card sx={{ height: '100%' }}>
      <CardActionArea component={Link} to={to} sx={{ height: '100%' }}>
        <CardContent sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 1 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
            {Icon === undefined ? null : (
              <Box aria-hidden sx={{ display: 'grid', color: 'primary.main' }}>
                <Icon />
              </Box>
            )}
            <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              {title}
            </Typography>
          </Box>
          <Box sx={{ flex: 1 }}>
            <Typography
              variant="body2"
              sx={{
                color: 'text.secondary',
                overflowWrap: 'anywhere',
                display: '-webkit-box',
                WebkitBoxOrient: 'vertical',
                WebkitLineClamp: 5,
                overflow: 'hidden',
              }}
            >
              {description}
            </Typography>
          </Box>
          {children}
        </CardContent>
      </CardActionArea>
    </Card>
  );
}
