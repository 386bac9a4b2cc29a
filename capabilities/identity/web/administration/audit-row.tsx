import { Box, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useSession, useText } from '#platform/web';
import type { AuditEntry } from '../../contract/index.ts';
import { administrationTexts } from '../texts.ts';
import { useActionName } from './action-name.ts';

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
/** The end of an id: its beginning is a time that neighbours share. */
const short = (id: string): string => (isUuid(id) ? `…${id.slice(-8)}` : id);

function Account({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  if (!isUuid(id) || !session.can('can_lock_users')) return <code title={id}>{short(id)}</code>;
  return (
    <TextLink component={Link} to={`/admin/users/${id}`} title={id}>
      <code>{short(id)}</code>
    </TextLink>
  );
}

/** One entry: what happened, when, by whom, about whom, and its details when asked. */
export function AuditRow({ entry }: { readonly entry: AuditEntry }): ReactNode {
  const t = useText(administrationTexts);
  const actionName = useActionName();
  const { seq, at, action, actor_id: actor, subject_id: about, details, hash } = entry;
  return (
    <Box sx={{ py: 1.5 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'baseline', justifyContent: 'space-between' }}>
        <Typography sx={{ fontWeight: 560, minWidth: 0, overflowWrap: 'anywhere' }}>
          {actionName(action)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flexShrink: 0 }}>
          <RelativeTime value={at} />
        </Typography>
      </Stack>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {t('audit.by')} {actor === null ? t('audit.system') : <Account id={actor} />}
        {about === null || about === actor ? null : (
          <>
            {' '}
            · {t('audit.about')}{' '}
            {action.startsWith('identity.user_') || action.endsWith('s_changed') ? (
              <Account id={about} />
            ) : (
              <code title={about}>{short(about)}</code>
            )}
          </>
        )}
      </Typography>
      <Box
        component="details"
        sx={{
          mt: 0.5,
          fontSize: '0.8125rem',
          color: 'text.secondary',
          '& summary': { cursor: 'pointer', width: 'fit-content', borderRadius: '6px' },
        }}
      >
        <summary>{t('audit.details')}</summary>
        <Box
          component="pre"
          // What scrolls must be reachable by keyboard.
          tabIndex={0}
          sx={{ m: 0, mt: 1, p: 1.5, borderRadius: '10px', bgcolor: 'background.default', overflowX: 'auto' }}
        >
          {JSON.stringify(details, null, 2)}
        </Box>
        <Typography variant="caption" component="p" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          {t('audit.seal')} {seq}: <code>{hash}</code>
        </Typography>
      </Box>
    </Box>
  );
}
