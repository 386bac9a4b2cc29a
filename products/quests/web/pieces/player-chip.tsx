import { Avatar, Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PictureData } from './picture.tsx';

export interface PlayerBriefData {
  readonly id: string;
  readonly name: string;
  readonly avatar: PictureData | null;
}

interface PlayerAvatarProps {
  readonly player: PlayerBriefData;
  /** Pixels; default 32. */
  readonly size?: number;
}

/** The smallest variant that is still sharp. */
function avatarUrl(avatar: PictureData, size: number): string {
  const fitting = avatar.variants.filter(({ width }) => width >= size * 2).sort((a, b) => a.width - b.width);
  return fitting[0]?.url ?? avatar.url;
}

/** A player's picture, or the first letter of the name. Decoration: the name stands beside it. */
export function PlayerAvatar({ player: { name, avatar }, size = 32 }: PlayerAvatarProps): ReactNode {
  return (
    <Avatar
      aria-hidden
      alt=""
      {...(avatar === null ? {} : { src: avatarUrl(avatar, size) })}
      sx={{
        width: size,
        height: size,
        fontSize: size * 0.45,
        bgcolor: 'action.selected',
        color: 'primary.main',
        fontWeight: 600,
      }}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </Avatar>
  );
}

interface PlayerChipProps extends PlayerAvatarProps {
  /** `false` shows the name without a link to the player's page. */
  readonly link?: boolean;
}

/** Avatar and name, linking to the player's page. */
export function PlayerChip({ player, size = 32, link = true }: PlayerChipProps): ReactNode {
  const inside = (
    <>
      <PlayerAvatar player={player} size={size} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {player.name}
      </Box>
    </>
  );
  const shape = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 1,
    minWidth: 0,
    maxWidth: '100%',
    minHeight: 40,
    color: 'text.primary',
    fontWeight: 560,
    fontSize: '0.9375rem',
    textDecoration: 'none',
  } as const;
  if (!link) {
    return (
      <Box component="span" sx={shape}>
        {inside}
      </Box>
    );
  }
  return (
    <Box
      component={Link}
      to={`/players/${player.id}`}
      sx={{ ...shape, borderRadius: '20px', '&:hover': { textDecoration: 'underline' } }}
    >
      {inside}
    </Box>
  );
}
