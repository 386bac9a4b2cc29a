import { Box, List, ListItemButton, ListItemText, MenuItem, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { useWork } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { PhoneFrame } from './phone-frame.tsx';
import { PreviewCover } from './preview-cover.tsx';
import { PreviewPoint } from './preview-point.tsx';

/** The quest as players see it, page by page. */
export function PreviewTab(): ReactNode {
  const t = useText(studioTexts);
  const work = useWork();
  const [at, setAt] = useState(0);
  const point = work.points[at - 1];
  const pages = [t('preview.cover'), ...work.points.map(({ title }, index) => `${index + 1}. ${title}`)];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '280px 390px' },
        alignItems: 'start',
      }}
    >
      <div>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('preview.help')}
        </Typography>
        <TextField
          select
          fullWidth
          label={t('preview.pages')}
          value={at}
          onChange={({ target }) => setAt(Number(target.value))}
          sx={{ mt: 1, display: { md: 'none' } }}
        >
          {pages.map((page, index) => (
            <MenuItem key={work.points[index - 1]?.id ?? 'cover'} value={index}>
              {page}
            </MenuItem>
          ))}
        </TextField>
        <List
          component="nav"
          aria-label={t('preview.pages')}
          sx={{ maxHeight: 580, overflowY: 'auto', display: { xs: 'none', md: 'block' } }}
        >
          {pages.map((page, index) => (
            <ListItemButton
              key={work.points[index - 1]?.id ?? 'cover'}
              selected={index === at}
              aria-current={index === at ? 'page' : undefined}
              onClick={() => setAt(index)}
              sx={{ borderRadius: '8px' }}
            >
              <ListItemText primary={page} slotProps={{ primary: { noWrap: true } }} />
            </ListItemButton>
          ))}
        </List>
      </div>
      <PhoneFrame label={t('preview.phone')}>
        {point === undefined ? <PreviewCover work={work} /> : <PreviewPoint point={point} number={at} />}
      </PhoneFrame>
    </Box>
  );
}
