import { Box, Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useLanguage, useText } from '#platform/web';
import type { ApiKey } from '../../contract/index.ts';
import { accountTexts } from '../texts.ts';

interface ApiKeyRowProps {
  readonly apiKey: ApiKey;
  readonly onRevoke: () => void;
}

/** One key: its name, what it may do, until when, and whether it is in use. */
export function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps): ReactNode {
  const t = useText(accountTexts);
  const language = useLanguage();
  const { name, prefix, scopes, expires_at: end, last_used_at: used } = apiKey;
  const date = (value: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(value));
  const expiry =
    end === null
      ? t('keys.expires_never')
      : new Date(end) < new Date()
        ? t('keys.expired')
        : t('keys.expires_at', { date: date(end) });
  return (
    <Card>
      <CardContent>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
              <code>{prefix}…</code> · {expiry} ·{' '}
              {used === null ? (
                t('keys.unused')
              ) : (
                <>
                  {t('keys.used')} <RelativeTime value={used} />
                </>
              )}
            </Typography>
          </Box>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            aria-label={t('keys.revoke_named', { name })}
            onClick={onRevoke}
          >
            {t('keys.revoke')}
          </Button>
        </Stack>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', mt: 1.5 }}>
          {scopes.map((scope) => (
            <Chip key={scope} size="small" label={scope} />
          ))}
        </Stack>
      </CardContent>
    </Card>
  );
}
