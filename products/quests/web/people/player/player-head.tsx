import CameraAltOutlined from '@mui/icons-material/CameraAltOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import { Box, Button, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type IconType, PlainText, useLanguage, useText } from '#platform/web';
import type { Player } from '../../../contract/index.ts';
import { moneyText, PlayerAvatar, Word } from '../../pieces/index.ts';
import { RelationActions } from '../relations/relation-actions.tsx';
import { peopleTexts } from '../texts.ts';

function Fact({
  icon: Icon,
  children,
}: {
  readonly icon: IconType;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Stack direction="row" spacing={0.75} sx={{ alignItems: 'center', color: 'text.secondary', minWidth: 0 }}>
      <Icon fontSize="small" />
      <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Stack>
  );
}

function Facts({ player }: { readonly player: Player }): ReactNode {
  const t = useText(peopleTexts);
  const { city, instagram, relation } = player;
  const isHidden = relation === 'self' && player.private;
  if (city === null && instagram === null && !isHidden) return null;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
      {city === null ? null : (
        <Fact icon={PlaceOutlined}>
          <Word word={city} />
        </Fact>
      )}
      {instagram === null ? null : (
        <Fact icon={CameraAltOutlined}>
          <TextLink
            href={`https://www.instagram.com/${encodeURIComponent(instagram)}/`}
            target="_blank"
            rel="noopener noreferrer nofollow"
            aria-label={t('player.instagram', { handle: instagram })}
          >
            @{instagram}
          </TextLink>
        </Fact>
      )}
      {isHidden ? <Fact icon={LockOutlined}>{t('player.private')}</Fact> : null}
    </Stack>
  );
}

/** Who it is, and what one can do about them. */
export function PlayerHead({ player }: { readonly player: Player }): ReactNode {
  const t = useText(peopleTexts);
  const language = useLanguage();
  const { name, about, relation, credits } = player;
  const own = relation === 'self';
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(player.joined_at));
  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <PlayerAvatar player={player} size={88} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('player.since', { date: since })}
          </Typography>
          {own || relation === 'none' ? null : (
            <Typography
              variant="body2"
              sx={{ color: relation === 'blocked' ? 'error.main' : 'primary.main' }}
            >
              {t(`relation.state_${relation}`)}
            </Typography>
          )}
        </Box>
      </Stack>
      <Facts player={player} />
      {about === '' ? (
        own ? (
          <Typography sx={{ color: 'text.secondary' }}>{t('player.no_about')}</Typography>
        ) : null
      ) : (
        <Box sx={{ maxWidth: '68ch' }}>
          <PlainText>{about}</PlainText>
        </Box>
      )}
      {own ? (
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button
            component={Link}
            to="/players/me/edit"
            variant="contained"
            startIcon={<EditOutlined fontSize="small" />}
          >
            {t('player.edit')}
          </Button>
          {credits === null ? null : (
            <Button component={Link} to="/wallet" variant="outlined" color="inherit">
              {t('player.credits', { amount: moneyText({ amount: credits, currency: 'RUB' }, language) })}
            </Button>
          )}
        </Stack>
      ) : (
        <RelationActions player={player} relation={relation} requestId={player.friend_request_id} />
      )}
    </Stack>
  );
}
