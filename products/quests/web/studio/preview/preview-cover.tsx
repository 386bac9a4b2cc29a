import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, useText } from '#platform/web';
import { Cover, Difficulty, Duration, Length, Price } from '../../pieces/index.ts';
import { StoredPicture } from '../description/stored-file.tsx';
import { wayOf } from '../draft/way.rules.ts';
import type { Work } from '../draft/work.rules.ts';
import { studioTexts } from '../texts.ts';

/** The quest as it stands in the catalogue. */
export function PreviewCover({ work }: { readonly work: Work }): ReactNode {
  const t = useText(studioTexts);
  const { title, summary, description, cover_file_id, price, duration_minutes, difficulty } = work.fields;
  const metres = wayOf(work.points.map(({ place_settings }) => place_settings));
  return (
    <>
      {cover_file_id === null ? <Cover cover={null} /> : <StoredPicture fileId={cover_file_id} />}
      <Stack spacing={1.5} sx={{ p: 2 }}>
        <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap', typography: 'body2' }}>
          <Box component="span" sx={{ fontWeight: 650 }}>
            {Number.isFinite(price.amount) ? <Price price={price} /> : null}
          </Box>
          <span>{Number.isFinite(duration_minutes) ? <Duration minutes={duration_minutes} /> : null}</span>
          <span>
            <Length metres={metres} />
          </span>
          <Difficulty level={difficulty} />
        </Stack>
        <Typography sx={{ fontWeight: 560 }}>{summary}</Typography>
        {description.trim() === '' ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('preview.no_description')}
          </Typography>
        ) : (
          <PlainText>{description}</PlainText>
        )}
      </Stack>
    </>
  );
}
