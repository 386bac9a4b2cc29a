import {
  Alert,
  Box,
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  ErrorNotice,
  ListSkeleton,
  LocaleNumber,
  Page,
  type ResultOf,
  useCall,
  useText,
} from '#platform/web';
import { listStrategies } from '../../contract/index.ts';
import { chatPath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { useStrategyName, useStrategyText } from './strategy-names.ts';
import { SuccessChart } from './success-chart.tsx';

type StrategyReport = ResultOf<typeof listStrategies>['items'][number];

function Rate({ rate }: { readonly rate: number | null }): ReactNode {
  const t = useText(memoryTexts);
  if (rate === null) {
    return (
      <Typography variant="caption" component="span" sx={{ color: 'text.secondary' }}>
        {t('strategies.untried')}
      </Typography>
    );
  }
  return <LocaleNumber value={rate} options={{ style: 'percent', maximumFractionDigits: 0 }} />;
}

function Named({ id }: { readonly id: string }): ReactNode {
  const nameOf = useStrategyName();
  const about = useStrategyText()(id);
  return (
    <>
      <Typography variant="body2" component="p" sx={{ fontWeight: 600 }}>
        {nameOf(id)}
      </Typography>
      {about === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '52ch' }}>
          {about}
        </Typography>
      )}
    </>
  );
}

function StrategyTable({ items }: { readonly items: readonly StrategyReport[] }): ReactNode {
  const t = useText(memoryTexts);
  const nameOf = useStrategyName();
  return (
    <Card>
      <Table aria-label={t('strategies.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('strategies.strategy')}</TableCell>
            <TableCell align="right">{t('strategies.uses')}</TableCell>
            <TableCell align="right">{t('strategies.rate')}</TableCell>
            <TableCell sx={{ width: 252 }}>{t('strategies.trend')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(({ id, uses, success_rate: rate, history }) => (
            <TableRow key={id} sx={{ '&:last-child td, &:last-child th': { border: 0 } }}>
              <TableCell component="th" scope="row">
                <Named id={id} />
              </TableCell>
              <TableCell align="right">
                <LocaleNumber value={uses} />
              </TableCell>
              <TableCell align="right">
                <Rate rate={rate} />
              </TableCell>
              <TableCell>
                <SuccessChart name={nameOf(id)} history={history} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function StrategyCards({ items }: { readonly items: readonly StrategyReport[] }): ReactNode {
  const t = useText(memoryTexts);
  const nameOf = useStrategyName();
  return (
    <Box
      component="ul"
      aria-label={t('strategies.table')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}
    >
      {items.map(({ id, uses, success_rate: rate, history }) => (
        <Card component="li" key={id} sx={{ p: 2, display: 'grid', gap: 1 }}>
          <Named id={id} />
          <Box sx={{ display: 'flex', gap: 3, typography: 'body2' }}>
            <span>
              {t('strategies.uses')}: <LocaleNumber value={uses} />
            </span>
            <span>
              {t('strategies.rate')}: <Rate rate={rate} />
            </span>
          </Box>
          <SuccessChart name={nameOf(id)} history={history} />
        </Card>
      ))}
    </Box>
  );
}

/** The ways of searching the memory, and how well each has served. */
export function StrategiesScreen(): ReactNode {
  const t = useText(memoryTexts);
  const wide = useMediaQuery('(min-width: 760px)');
  const { data, error, refetch } = useCall(listStrategies, {});
  const unused = data?.items.every(({ uses }) => uses === 0) === true;
  return (
    <Page
      title={t('strategies.title')}
      help={t('strategies.help')}
      actions={
        <Button component={Link} to={chatPath()} variant="outlined" color="inherit">
          {t('browse.empty_chat')}
        </Button>
      }
    >
      <ErrorNotice error={data === undefined ? error : null} onRetry={refetch} />
      {data === undefined && error === null ? <ListSkeleton rows={6} height={72} /> : null}
      {unused ? (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {t('strategies.empty')}. {t('strategies.empty_hint')}
        </Alert>
      ) : null}
      {data === undefined ? null : wide ? (
        <StrategyTable items={data.items} />
      ) : (
        <StrategyCards items={data.items} />
      )}
    </Page>
  );
}
