import Star from '@mui/icons-material/Star';
import StarBorder from '@mui/icons-material/StarBorder';
import { Box, Rating } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText, visuallyHidden } from '#platform/web';
import { piecesTexts } from './texts.ts';

const gold = { color: 'warning.light' } as const;

/** Stars somebody gave, 1–5. */
export function Stars({ stars }: { readonly stars: number }): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Box
      component="span"
      role="img"
      aria-label={t('stars', { stars })}
      sx={{ display: 'inline-flex', ...gold }}
    >
      {[1, 2, 3, 4, 5].map((star) =>
        star <= stars ? (
          <Star key={star} fontSize="small" aria-hidden />
        ) : (
          <StarBorder key={star} fontSize="small" aria-hidden />
        ),
      )}
    </Box>
  );
}

interface AverageProps {
  readonly rating: { readonly average: number | null; readonly count: number };
}

/** `★ 4,7 (128)`; says so when nobody rated yet. */
export function AverageStars({ rating: { average, count } }: AverageProps): ReactNode {
  const t = useText(piecesTexts);
  const language = useLanguage();
  if (average === null || count === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('no_rating')}
      </Box>
    );
  }
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const text = number.format(average);
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}
    >
      <Star aria-hidden sx={{ fontSize: '1.125em', ...gold }} />
      <span aria-hidden>
        {text}{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          ({new Intl.NumberFormat(language).format(count)})
        </Box>
      </span>
      <Box component="span" sx={visuallyHidden}>
        {t('rating', { average: text, count })}
      </Box>
    </Box>
  );
}

interface StarsInputProps {
  readonly value: number | null;
  readonly onChange: (stars: number) => void;
  /** Id of the text that asks. */
  readonly labelledBy: string;
}

/** Asks for one to five stars. */
export function StarsInput({ value, onChange, labelledBy }: StarsInputProps): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Rating
      value={value}
      size="large"
      aria-labelledby={labelledBy}
      getLabelText={(stars) => t('stars', { stars })}
      onChange={(_event, stars) => {
        if (stars !== null) onChange(stars);
      }}
      sx={{ '& .MuiRating-icon': { p: 0.5 }, '& .MuiRating-iconFilled': gold }}
    />
  );
}
