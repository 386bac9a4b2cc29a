import { Box, Card, CardContent, Skeleton, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { HealthReport, HealthStatus } from '#platform/contract';
import { ErrorNotice, LocaleNumber, useCall, useText } from '#platform/web';
import { getHealth } from './health-contract.ts';
import { homeTexts } from './texts.ts';

const colors = { healthy: 'success.main', degraded: 'warning.main', unhealthy: 'error.main' } as const;

function Dot({ status }: { readonly status: HealthStatus }): ReactNode {
  return (
    <Box
      aria-hidden
      sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: colors[status], flexShrink: 0 }}
    />
  );
}

interface RowProps {
  readonly name: string;
  readonly status: HealthStatus;
  readonly text: string;
  readonly side?: ReactNode;
}

function Row({ name, status, text, side }: RowProps): ReactNode {
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1.25}
      sx={{ alignItems: 'center', py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Dot status={status} />
      <Typography variant="body2" noWrap sx={{ fontWeight: 540, minWidth: 0 }}>
        {name}
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary', flex: 1 }}>
        {text}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {side}
      </Typography>
    </Stack>
  );
}

function Report({ report }: { readonly report: HealthReport }): ReactNode {
  const t = useText(homeTexts);
  const breakerStatus = { closed: 'healthy', half_open: 'degraded', open: 'unhealthy' } as const;
  return (
    <>
      <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center', mb: 1 }}>
        <Dot status={report.status} />
        <Typography sx={{ fontWeight: 580 }}>{t(`health.${report.status}`)}</Typography>
      </Stack>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {report.components.map((part) => (
          <Row
            key={part.name}
            name={part.name}
            status={part.status}
            text={t(`health.component.${part.status}`)}
            side={
              <>
                <LocaleNumber value={part.latency_ms} options={{ maximumFractionDigits: 1 }} />
                {t('health.milliseconds', { value: '' })}
              </>
            }
          />
        ))}
        {report.breakers.map((breaker) => (
          <Row
            key={breaker.name}
            name={breaker.name}
            status={breakerStatus[breaker.state]}
            text={t(`health.breaker.${breaker.state}`)}
          />
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
        {t('health.version', { version: report.version })}
      </Typography>
    </>
  );
}

/** The state of the system as it measures itself, asked again every half minute. */
export function HealthCard(): ReactNode {
  const t = useText(homeTexts);
  const health = useCall(getHealth, {}, { refetchInterval: 30_000 });
  return (
    <Card component="section" aria-labelledby="health-title">
      <CardContent>
        <Typography id="health-title" variant="h3" component="h2" sx={{ mb: 1.5 }}>
          {t('health.title')}
        </Typography>
        {health.isPending ? <Skeleton variant="rounded" height={120} /> : null}
        <ErrorNotice error={health.error} onRetry={() => health.refetch()} />
        {health.data === undefined ? null : <Report report={health.data} />}
      </CardContent>
    </Card>
  );
}
