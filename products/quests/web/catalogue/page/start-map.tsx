import { type ReactNode, useMemo } from 'react';
import { useText } from '#platform/web';
import type { QuestDetail } from '../../../contract/index.ts';
import { QuestMap } from '../../map/index.ts';
import { catalogueTexts } from '../texts.ts';

/** Where the quest begins; the page scrolls under a finger, the buttons move the map. */
export function StartMap({ quest }: { readonly quest: QuestDetail }): ReactNode {
  const t = useText(catalogueTexts);
  const { start, title } = quest;
  const markers = useMemo(
    () => (start === null ? [] : [{ id: 'start', place: start, label: t('begins'), text: '1' }]),
    [start, t],
  );
  if (start === null) return null;
  return (
    <QuestMap
      still
      label={t('begins_map', { title })}
      markers={markers}
      fit={false}
      center={start}
      zoom={14}
      sx={{ height: 260 }}
    />
  );
}
