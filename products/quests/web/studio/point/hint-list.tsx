import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { LongText } from '../description/long-text.tsx';
import { NumberField } from '../description/number-field.tsx';
import { Section } from '../description/section.tsx';
import { moved, replaced, without } from '../draft/lists.rules.ts';
import { shortId } from '../draft/short-id.ts';
import { studioTexts } from '../texts.ts';
import { EntryFrame } from './entry-frame.tsx';

type Hints = Point['hints'];

/** Help for those who are stuck, each for a price in points. */
export function HintList(props: {
  readonly hints: Hints;
  readonly onChange: (hints: Hints) => void;
}): ReactNode {
  const { hints, onChange } = props;
  const t = useText(studioTexts);
  return (
    <Section title={t('hint.title')} help={t('hint.help')}>
      {hints.map((hint, at) => (
        <EntryFrame
          key={hint.id}
          name={t('hint.one', { number: at + 1 })}
          at={at}
          count={hints.length}
          onMove={(to) => onChange(moved(hints, at, to))}
          onRemove={() => onChange(without(hints, at))}
        >
          <Stack spacing={1.5}>
            <LongText
              label={t('hint.text')}
              value={hint.text}
              onChange={(text) => onChange(replaced(hints, at, { ...hint, text }))}
              most={1_000}
              rows={2}
            />
            <NumberField
              label={t('hint.penalty')}
              value={hint.penalty}
              min={0}
              max={1_000}
              onChange={(penalty) =>
                onChange(replaced(hints, at, { ...hint, penalty: penalty ?? Number.NaN }))
              }
            />
          </Stack>
        </EntryFrame>
      ))}
      <Button
        variant="outlined"
        color="inherit"
        size="small"
        startIcon={<AddOutlined />}
        disabled={hints.length >= 10}
        onClick={() => onChange([...hints, { id: shortId(), text: '', penalty: 2 }])}
        sx={{ justifySelf: 'start' }}
      >
        {t('hint.add')}
      </Button>
    </Section>
  );
}
