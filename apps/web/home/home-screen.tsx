import WidgetsOutlined from '@mui/icons-material/WidgetsOutlined';
import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState, Page, useModules, useSession, useText } from '#platform/web';
import { partOfDay } from './greeting.rules.ts';
import { HealthCard } from './health-card.tsx';
import { ProductCard } from './product-card.tsx';
import { homeTexts } from './texts.ts';

/** Where the person begins: a greeting, what they may open, and the state of the system. */
export function HomeScreen(): ReactNode {
  const t = useText(homeTexts);
  const { user } = useSession();
  const products = useModules().filter(({ module }) => module.summary !== undefined);
  return (
    <Page title={t(partOfDay(new Date().getHours()), { name: user?.display_name ?? '' })} help={t('help')}>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' },
          alignItems: 'start',
        }}
      >
        <Box component="section" aria-labelledby="products-title">
          <Typography id="products-title" variant="h2" sx={{ mb: 2 }}>
            {t('products')}
          </Typography>
          {products.length === 0 ? (
            <Card>
              <EmptyState icon={WidgetsOutlined} title={t('nothing')} hint={t('nothing_hint')} />
            </Card>
          ) : (
            <Box
              sx={{
                display: 'grid',
                gap: 2,
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(340px, 100%), 1fr))',
              }}
            >
              {products.map((open) => (
                <ProductCard key={open.module.name} {...open} />
              ))}
            </Box>
          )}
        </Box>
        <HealthCard />
      </Box>
    </Page>
  );
}
