import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DeleteOutlineOutlined from '@mui/icons-material/DeleteOutlineOutlined';
import { Button, IconButton, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { newId } from '#base/ids';
import { ConfirmDialog, useNotice, useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { usePointsChange, useWork } from '../draft/desk-context.ts';
import { copied, mostPoints, withoutPoint } from '../draft/points.rules.ts';
import { usePlace } from '../editor/use-place.ts';
import { usePointWord } from '../route/use-point-word.ts';
import { studioTexts } from '../texts.ts';

/** Which point it is, its neighbours, and what can be done with it as a whole. */
export function PointHead({ point }: { readonly point: Point }): ReactNode {
  const t = useText(studioTexts);
  const word = usePointWord();
  const notice = useNotice();
  const { go } = usePlace();
  const { points } = useWork();
  const change = usePointsChange();
  const [isDeleting, setIsDeleting] = useState(false);
  const at = points.findIndex(({ id }) => id === point.id);
  const [before, after] = [points[at - 1], points[at + 1]];
  const copy = (): void => {
    const id = newId();
    change((all) => copied(all, point.id, id, word));
    go('route', id);
    notice.success(t('point.copied'));
  };
  return (
    <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button color="inherit" startIcon={<ArrowBackOutlined />} onClick={() => go('route')}>
        {t('point.to_route')}
      </Button>
      <Stack direction="row" sx={{ alignItems: 'center', ml: 'auto' }}>
        <IconButton
          aria-label={t('point.previous')}
          disabled={before === undefined}
          onClick={() => go('route', before?.id ?? null)}
        >
          <ChevronLeftOutlined />
        </IconButton>
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {t('point.position', { number: at + 1, count: points.length })}
        </Typography>
        <IconButton
          aria-label={t('point.next')}
          disabled={after === undefined}
          onClick={() => go('route', after?.id ?? null)}
        >
          <ChevronRightOutlined />
        </IconButton>
        <IconButton aria-label={t('point.copy')} disabled={points.length >= mostPoints} onClick={copy}>
          <ContentCopyOutlined fontSize="small" />
        </IconButton>
        <IconButton aria-label={t('point.delete')} onClick={() => setIsDeleting(true)}>
          <DeleteOutlineOutlined fontSize="small" />
        </IconButton>
      </Stack>
      <ConfirmDialog
        open={isDeleting}
        title={t('point.delete_title')}
        confirmLabel={t('word.delete')}
        destructive
        onConfirm={() => {
          change((all) => withoutPoint(all, point.id, word));
          go('route');
        }}
        onClose={() => setIsDeleting(false)}
      >
        {t('point.delete_help', { title: point.title })}
      </ConfirmDialog>
    </Stack>
  );
}
