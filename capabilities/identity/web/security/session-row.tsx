import LaptopOutlined from '@mui/icons-material/LaptopOutlined';
import PhoneIphoneOutlined from '@mui/icons-material/PhoneIphoneOutlined';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { DeviceSession } from '../../contract/index.ts';
import { accountTexts } from '../texts.ts';
import { deviceOf } from './device-name.rules.ts';

interface SessionRowProps {
  readonly session: DeviceSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** One device: what it is, where and when it was active, and the way to sign it out. */
export function SessionRow({ session, busy, onEnd }: SessionRowProps): ReactNode {
  const t = useText(accountTexts);
  const device = deviceOf(session.user_agent);
  const name =
    device === null
      ? t('sessions.unknown')
      : device.system === null
        ? device.browser
        : t('sessions.on', { browser: device.browser, system: device.system });
  const Icon = device?.mobile === true ? PhoneIphoneOutlined : LaptopOutlined;
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', py: 1.5 }}>
      <Box aria-hidden sx={{ color: 'text.secondary', lineHeight: 0, display: { xs: 'none', sm: 'block' } }}>
        <Icon />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 560 }}>{name}</Typography>
          {session.current ? (
            <Chip size="small" color="success" variant="outlined" label={t('sessions.current')} />
          ) : null}
        </Stack>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {session.address_prefix} · {t('sessions.active')} <RelativeTime value={session.last_used_at} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('sessions.since')} <RelativeTime value={session.created_at} />
        </Typography>
      </Box>
      {session.current ? null : (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          loading={busy}
          aria-label={t('sessions.end_named', { device: name })}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </Button>
      )}
    </Stack>
  );
}
