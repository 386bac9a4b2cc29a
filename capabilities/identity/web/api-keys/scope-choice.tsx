import {
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Typography,
} from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { accountTexts } from '../texts.ts';
import { getOpenApi } from './openapi-contract.ts';
import { scopesOf } from './scopes.rules.ts';

interface ScopeChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  readonly fault: boolean;
}

/** What a key may do, as boxes to tick; each says which calls it opens. */
export function ScopeChoice({ chosen, onChange, fault }: ScopeChoiceProps): ReactNode {
  const t = useText(accountTexts);
  const { data, error, refetch } = useCall(getOpenApi, {}, { staleTime: Number.POSITIVE_INFINITY });
  const scopes = useMemo(() => (data === undefined ? [] : scopesOf(data)), [data]);
  return (
    <FormControl component="fieldset" error={fault} required>
      <FormLabel component="legend" sx={{ fontSize: '0.875rem', mb: 0.5 }}>
        {t('keys.scopes')}
      </FormLabel>
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <ListSkeleton rows={3} height={40} /> : null}
      {scopes.map(({ name, opens }) => (
        <FormControlLabel
          key={name}
          sx={{ alignItems: 'flex-start', mr: 0 }}
          control={
            <Checkbox
              checked={chosen.includes(name)}
              onChange={(_event, on) =>
                onChange(on ? [...chosen, name] : chosen.filter((other) => other !== name))
              }
            />
          }
          label={
            <Box sx={{ pt: 1 }}>
              <Typography sx={{ fontFamily: 'ui-monospace, monospace', fontSize: '0.875rem' }}>
                {name}
              </Typography>
              <Typography
                variant="caption"
                component="p"
                title={opens.join(' · ')}
                sx={{ color: 'text.secondary' }}
              >
                {t('keys.opens', { count: opens.length })}
              </Typography>
            </Box>
          }
        />
      ))}
      {fault ? <FormHelperText>{t('keys.scope_required')}</FormHelperText> : null}
    </FormControl>
  );
}
