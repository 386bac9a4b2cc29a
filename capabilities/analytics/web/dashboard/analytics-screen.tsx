import { MenuItem, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, ErrorNotice, ListSkeleton, Page, useCall, useLocalized, useText } from '#platform/web';
import { listFunnels } from '../../contract/index.ts';
import { analyticsTexts } from '../texts.ts';
import { Dashboard } from './dashboard.tsx';

/** Reports about everything, for operators. */
export function AnalyticsScreen(): ReactNode {
  const t = useText(analyticsTexts);
  const localized = useLocalized();
  const { data, error, refetch } = useCall(listFunnels, {});
  const [chosen, setChosen] = useState<string>();
  const funnel = chosen ?? data?.items[0]?.name;
  return (
    <Page title={t('title')} help={t('help')}>
      <ErrorNotice error={data === undefined ? error : null} onRetry={refetch} />
      {data === undefined && error === null ? <ListSkeleton rows={6} height={72} /> : null}
      {data?.items.length === 0 ? <EmptyState title={t('funnel.none')} hint={t('funnel.none_hint')} /> : null}
      {funnel === undefined ? null : (
        <Dashboard
          whose="all"
          funnel={funnel}
          controls={
            <TextField
              select
              size="small"
              label={t('funnel.choose')}
              value={funnel}
              onChange={({ target }) => setChosen(target.value)}
              sx={{ minWidth: 180, flex: '0 1 auto' }}
            >
              {data?.items.map((item) => (
                <MenuItem key={item.name} value={item.name}>
                  {localized(item.label)}
                </MenuItem>
              ))}
            </TextField>
          }
        />
      )}
    </Page>
  );
}
