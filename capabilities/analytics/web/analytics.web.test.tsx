// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AnalyticsScreen } from './dashboard/analytics-screen.tsx';
import { areReadable, lastDays } from './days.rules.ts';
import { OwnerDashboard, SubjectFunnel } from './index.ts';
import { renderScreen } from './render.fixture.tsx';

const label = (text: string) => ({ ru: `${text} по-русски`, en: text });
const step = (event: string, name: string, persons: number, share: number | null) => ({
  event,
  label: label(name),
  persons,
  share_of_first: share,
  share_of_previous: share,
});
const funnel = {
  name: 'quests.play',
  label: label('Playing'),
  from: '2026-05-01',
  to: '2026-05-02',
  steps: [step('quests.viewed', 'Viewed', 200, 1), step('quests.started', 'Started', 50, 0.25)],
  detail: [{ step_id: 'p1', position: 0, persons: 40, share_of_first: 0.2 }],
};
const values = { value_count: 0, value_sum: 0, value_p50: null };
const overview = {
  from: '2026-05-01',
  to: '2026-05-02',
  exact_from: '2020-01-01',
  items: [
    { event: 'quests.viewed', label: label('Viewed'), events: 300, persons: 200, ...values, exact: true },
    { event: 'quests.started', label: label('Started'), events: 60, persons: 50, ...values, exact: true },
  ],
};
const series = (event: string) => ({
  event,
  from: '2026-05-01',
  to: '2026-05-02',
  items: [
    { day: '2026-05-01', events: 7, persons: 6, ...values },
    { day: '2026-05-02', events: 9, persons: 8, ...values },
  ],
});
const cohorts = { items: [{ week: '2026-05-04', persons: 10, returned: [10, 4] }] };

function server(changes: Readonly<Record<string, unknown>> = {}) {
  const asked: URL[] = [];
  const answer = (url: URL): unknown => {
    asked.push(url);
    const path = url.pathname.replace('/mine', '');
    if (path in changes) return changes[path];
    if (path === '/analytics/funnels') return { items: [{ ...funnel, detail: undefined }] };
    if (path === '/analytics/funnels/quests.play') return funnel;
    if (path === '/analytics/overview') return overview;
    if (path === '/analytics/series') return series(url.searchParams.get('event') ?? '');
    if (path === '/analytics/cohorts') return cohorts;
    if (path === '/analytics/export') return 'day,event\r\n';
    return undefined;
  };
  return { answer, asked };
}

afterEach(cleanup);

describe('the operators’ page', () => {
  it('shows funnel, events, days and cohorts as tables for screen readers', async () => {
    await renderScreen(<AnalyticsScreen />, server().answer);
    const table = await screen.findByRole('table', { name: 'How far people come: Playing' });
    expect(within(table).getByRole('row', { name: /Started 50 25% 25%/ })).toBeDefined();
    const days = await screen.findByRole('table', { name: 'Day by day' });
    await waitFor(() => expect(within(days).getByRole('row', { name: /May 2 9 8/ })).toBeDefined());
    const back = await screen.findByRole('table', { name: 'Who comes back' });
    expect(within(back).getByRole('row', { name: /May 4 10 40%/ })).toBeDefined();
  });

  it('asks for the days that were chosen, once they make sense', async () => {
    const { answer, asked } = server();
    await renderScreen(<AnalyticsScreen />, answer);
    const from = await screen.findByLabelText('From');
    const before = asked.length;
    fireEvent.change(from, { target: { value: '2036-01-01' } });
    expect(await screen.findByText(/Choose a first day/)).toBeDefined();
    expect(asked.slice(before).some((url) => url.searchParams.get('from') === '2036-01-01')).toBe(false);
    const day = lastDays(5, new Date()).from;
    fireEvent.change(from, { target: { value: day } });
    await waitFor(() =>
      expect(
        asked.some((url) => url.pathname === '/analytics/overview' && url.searchParams.get('from') === day),
      ).toBe(true),
    );
  });

  it('downloads CSV with the separator of the language', async () => {
    const { answer, asked } = server();
    await renderScreen(<AnalyticsScreen />, answer, 'ru');
    await userEvent.click(await screen.findByRole('button', { name: 'Скачать CSV' }));
    await waitFor(() => expect(asked.at(-1)?.pathname).toBe('/analytics/export'));
    expect(asked.at(-1)?.searchParams.get('separator')).toBe(';');
    expect(await screen.findByRole('table', { name: /Playing по-русски/ })).toBeDefined();
  });

  it('says when there is nothing', async () => {
    const { answer } = server({ '/analytics/funnels': { items: [] } });
    await renderScreen(<AnalyticsScreen />, answer);
    expect(await screen.findByText('No funnel is described yet')).toBeDefined();
  });
});

describe('the owners’ parts', () => {
  it('show one subject with its steps inside', async () => {
    const { answer, asked } = server();
    await renderScreen(<SubjectFunnel funnel="quests.play" subjectId="s1" />, answer);
    const inside = await screen.findByRole('table', { name: 'Steps inside' });
    expect(within(inside).getByRole('row', { name: /Step 1 40 20%/ })).toBeDefined();
    expect(asked[0]?.pathname).toBe('/analytics/mine/funnels/quests.play');
    expect(asked[0]?.searchParams.get('subject_id')).toBe('s1');
  });

  it('ask only for what is the owner’s', async () => {
    const { answer, asked } = server();
    await renderScreen(<OwnerDashboard funnel="quests.play" />, answer);
    expect(await screen.findByRole('table', { name: 'What happened' })).toBeDefined();
    expect(asked.every((url) => url.pathname.startsWith('/analytics/mine/'))).toBe(true);
  });

  it('say what is wrong', async () => {
    const { answer } = server({ '/analytics/funnels/quests.play': undefined });
    await renderScreen(<SubjectFunnel funnel="quests.play" subjectId="s1" />, answer);
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('days', () => {
  it('are readable up to a year, in order', () => {
    expect(lastDays(30, new Date('2026-03-01T12:00:00Z'))).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(areReadable({ from: '2026-01-01', to: '2026-01-01' })).toBe(true);
    expect(areReadable({ from: '2026-01-02', to: '2026-01-01' })).toBe(false);
    expect(areReadable({ from: '2025-01-01', to: '2026-01-02' })).toBe(false);
    expect(areReadable({ from: '', to: '2026-01-01' })).toBe(false);
  });
});
