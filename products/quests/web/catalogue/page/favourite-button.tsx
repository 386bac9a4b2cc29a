import FavoriteBorderRounded from '@mui/icons-material/FavoriteBorderRounded';
import FavoriteRounded from '@mui/icons-material/FavoriteRounded';
import { IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import {
  addFavourite,
  getMyQuest,
  listFavouriteIds,
  listFavourites,
  removeFavourite,
} from '../../../contract/index.ts';
import { catalogueTexts } from '../texts.ts';
import { useSignInFirst } from './sign-in-first.ts';

interface FavouriteButtonProps {
  readonly questId: string;
  readonly favourite: boolean;
  /** The quest's name, where there are hearts of several. */
  readonly of?: string;
}

/** The heart. */
export function FavouriteButton({ questId, favourite, of }: FavouriteButtonProps): ReactNode {
  const t = useText(catalogueTexts);
  const notice = useNotice();
  const signInFirst = useSignInFirst();
  const options = {
    invalidates: [getMyQuest, listFavourites, listFavouriteIds],
    onError: (problem: unknown) => notice.error(problem),
  };
  const add = useSend(addFavourite, options);
  const remove = useSend(removeFavourite, options);
  const busy = add.isPending || remove.isPending;
  // What was asked for is shown before the server agrees.
  const shown = add.isPending ? true : remove.isPending ? false : favourite;
  const label = shown ? t('favourite_remove') : t('favourite_add');
  return (
    <IconButton
      aria-label={of === undefined ? t('favourite_add') : `${t('favourite_add')}: ${of}`}
      aria-pressed={shown}
      title={label}
      onClick={() =>
        signInFirst(() => {
          if (!busy) (favourite ? remove : add).mutate({ params: { quest_id: questId } });
        })
      }
      sx={{
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        color: shown ? 'secondary.main' : 'text.primary',
        '&:hover': { bgcolor: 'background.paper', borderColor: 'text.secondary' },
      }}
    >
      {shown ? <FavoriteRounded fontSize="small" /> : <FavoriteBorderRounded fontSize="small" />}
    </IconButton>
  );
}
