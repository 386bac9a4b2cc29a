import { describe, expect, it } from 'vitest';
import { sampleKinds } from '../../testing/index.ts';
import { retryAfterOf } from '../transports/post.ts';
import { letterOf } from './letter.rules.ts';
import { render } from './render.rules.ts';

const [kind] = sampleKinds;

describe('the words of a notice', () => {
  it('are made in the language of the reader', () => {
    expect(render(kind, { place: 'угол' }, 'ru')).toEqual({
      title: 'Посылка пришла',
      body: 'Она ждёт вас: угол.',
    });
  });

  it('are plain when the kind is gone or its template fails', () => {
    expect(render(undefined, {}, 'en')).toEqual({ title: 'Notification', body: '' });
    const failing = {
      title: () => '',
      body: () => {
        throw new Error('no value');
      },
    };
    const broken = kind === undefined ? undefined : { ...kind, texts: { ru: failing, en: failing } };
    expect(render(broken, {}, 'ru')).toEqual({ title: 'Уведомление', body: '' });
  });
});

describe('a letter', () => {
  const links = {
    open: 'https://q.example/app/x',
    preferences: 'https://q.example/app/notifications/preferences',
  };

  it('says what happened, where to look and how to turn it off', () => {
    const { subject, text } = letterOf({ title: 'Parcel', body: 'It is here.' }, links, 'en');
    expect(subject).toBe('Parcel');
    expect(text).toBe(`It is here.\n\n${links.open}\n\nNotification settings: ${links.preferences}`);
    expect(letterOf({ title: 'Parcel', body: '' }, { ...links, open: null }, 'ru').text).toMatch(
      /^Parcel\n\nНастроить/,
    );
  });

  it('has a subject of one short line', () => {
    const { subject } = letterOf(
      { title: `A\r\nBcc: x@y.example\t${'z'.repeat(400)}`, body: '' },
      links,
      'en',
    );
    expect(subject).toMatch(/^A Bcc: x@y\.example z+…$/);
    expect(subject.length).toBeLessThanOrEqual(200);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  it.each([
    [null, null],
    ['30', 30],
    ['Tue, 10 Mar 2026 12:01:30 GMT', 90],
    ['Tue, 10 Mar 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('%j is %j', (header, seconds) => {
    expect(retryAfterOf(header, now)).toBe(seconds);
  });
});
