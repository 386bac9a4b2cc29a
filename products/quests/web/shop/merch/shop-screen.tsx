import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useLocalized, useText } from '#platform/web';
import { listMerch, type Merch } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { CartButton } from '../cart/cart-button.tsx';
import { shopTexts } from '../texts.ts';
import { MerchPicture } from './merch-picture.tsx';
import { StockNote } from './stock-note.tsx';

function MerchCard({ merch }: { readonly merch: Merch }): ReactNode {
  const localized = useLocalized();
  const money = useMoney();
  return (
    <Card
      component="article"
      sx={{
        position: 'relative',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        '&:hover': { borderColor: 'text.secondary' },
      }}
    >
      <MerchPicture
        cover={merch.picture}
        sizes="(max-width: 600px) 50vw, 260px"
        sx={{ opacity: merch.stock <= 0 ? 0.55 : 1 }}
      />
      <Box sx={{ p: { xs: 1.5, sm: 2 }, display: 'flex', flexDirection: 'column', gap: 0.5, flexGrow: 1 }}>
        <Typography variant="h4" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          <Box
            component={Link}
            to={`/shop/${merch.id}`}
            sx={{
              color: 'inherit',
              textDecoration: 'none',
              '&::after': { content: '""', position: 'absolute', inset: 0 },
            }}
          >
            {localized(merch.title)}
          </Box>
        </Typography>
        <Box sx={{ mt: 'auto' }}>
          <Typography sx={{ fontWeight: 650 }}>{money(merch.price)}</Typography>
          <StockNote stock={merch.stock} />
        </Box>
      </Box>
    </Card>
  );
}

/** The shelf. */
export function ShopScreen(): ReactNode {
  const t = useText(shopTexts);
  const list = useCursorList(listMerch, { query: { limit: 24 } });
  return (
    <Page title={t('shop.title')} help={t('shop.help')} actions={<CartButton />}>
      <Box
        sx={{
          '& ul': {
            gridTemplateColumns: {
              xs: 'repeat(2, minmax(0, 1fr))',
              sm: 'repeat(auto-fill, minmax(220px, 1fr))',
            },
          },
        }}
      >
        <CursorList
          list={list}
          keyOf={({ id }) => id}
          label={t('shop.list')}
          empty={<EmptyState icon={StorefrontOutlined} title={t('shop.none')} hint={t('shop.none_hint')} />}
        >
          {(merch) => <MerchCard merch={merch} />}
        </CursorList>
      </Box>
    </Page>
  );
}
