import { type ReactNode, useSyncExternalStore } from 'react';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { distanceOf } from './relative-time.rules.ts';

const tick = 30_000;

function onTick(listener: () => void): () => void {
  const timer = setInterval(listener, tick);
  return () => clearInterval(timer);
}

const currentTick = (): number => Math.ceil(Date.now() / tick) * tick;

export interface RelativeTimeProps {
  /** ISO 8601, as contracts carry it. */
  readonly value: string;
}

/** "3 minutes ago", kept up to date, with the exact moment as its title. Far moments show their date. */
export function RelativeTime({ value }: RelativeTimeProps): ReactNode {
  const t = useText(platformTexts);
  const language = useLanguage();
  const now = useSyncExternalStore(onTick, currentTick, currentTick);
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return null;
  const distance = distanceOf(moment.getTime(), now);
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(moment);
  const far = distance !== null && (distance.unit === 'month' || distance.unit === 'year');
  return (
    <time dateTime={value} title={exact}>
      {distance === null
        ? t('time.just_now')
        : far
          ? new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(moment)
          : new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(distance.amount, distance.unit)}
    </time>
  );
}
