// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answers, nothing, page, renderAt } from '../../render.fixture.tsx';
import { found, quest } from '../quest.fixture.ts';
import { CatalogueScreen } from './catalogue-screen.tsx';

const entry = (code: string, en: string) => ({
  id: `id-${code}`,
  kind: 'city',
  code,
  name: { ru: en, en },
  position: 0,
  active: true,
  place: null,
  time_zone: null,
  quest_count: 1,
});

const words = Object.fromEntries(
  ['category', 'vehicle', 'place', 'activity', 'tool'].map((kind) => [
    `GET /v2/dictionaries/${kind}`,
    () => ({ items: [] }),
  ]),
);

const answers: Answers = {
  ...words,
  'GET /v2/dictionaries/city': () => ({ items: [entry('spb', 'St Petersburg'), entry('msk', 'Moscow')] }),
  'GET /v2/quests': ({ query }) => ({
    ...page({
      ...found,
      highlight: query.get('q') === null ? null : { title: [[0, 5]], excerpt: null },
    }),
    total: 1,
    facets: { city: [{ value: 'spb', count: 7 }] },
    corrected_to: query.get('q') === 'lionz' ? 'lions' : null,
  }),
  'GET /v2/favourites/ids': () => ({ ids: [] }),
  'GET /v2/quests/suggest': () => ({ items: ['lions and griffins'] }),
  'GET /v2/quests/recommended': () => ({
    items: [{ quest, because: [{ kind: 'similar_to', quest: { id: 'x', title: 'Bridges' } }] }],
  }),
  'GET /v2/quests/map': () => ({
    items: [{ id: quest.id, title: quest.title, price: quest.price, start: quest.start }],
  }),
  'GET /v2/map-style': () => ({ style_url: null, attribution: null }),
};

const open = (address: string) =>
  renderAt(<CatalogueScreen />, { path: '/quests', address, answer: answers });
const address = (): string => screen.getByTestId('address').textContent ?? '';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the catalogue', () => {
  it('shows people without a question what to begin with, and why', async () => {
    await open('/quests');
    const recommended = await screen.findByRole('list', { name: 'Recommended for you' });
    expect(await within(recommended).findByText('Because you liked “Bridges”')).toBeDefined();
    expect(await screen.findByRole('list', { name: 'Popular' })).toBeDefined();
  });

  it('asks as the address says, marks what was found and tells of corrections', async () => {
    const asked = await open('/quests?q=lionz&city=spb&sort=new');
    expect(await screen.findByText('Showing results for “lions”')).toBeDefined();
    const query = asked.find(({ pathname }) => pathname === '/v2/quests')?.query;
    expect(Object.fromEntries(query ?? [])).toMatchObject({ q: 'lionz', city: 'spb', sort: 'new' });
    expect(screen.getAllByText('1 quest found').length).toBeGreaterThan(0);
    expect(asked.filter(({ pathname }) => pathname === '/v2/quests')).toHaveLength(1);
    const list = screen.getByRole('list', { name: 'Found quests' });
    expect((await within(list).findByText('Lions', { selector: 'mark' })).textContent).toBe('Lions');
    expect(screen.queryByRole('list', { name: 'Recommended for you' })).toBeNull();
  });

  it('marks a quest from its card', async () => {
    const marked: string[] = [];
    const asked = await renderAt(<CatalogueScreen />, {
      path: '/quests',
      address: '/quests?q=lions',
      answer: {
        ...answers,
        'GET /v2/favourites/ids': () => ({ ids: marked }),
        [`PUT /v2/favourites/${quest.id}`]: () => {
          marked.push(quest.id);
          return nothing();
        },
      },
    });
    const list = await screen.findByRole('list', { name: 'Found quests' });
    const name = `Add to favourites: ${quest.title}`;
    await userEvent.click(await within(list).findByRole('button', { name, pressed: false }));
    await within(list).findByRole('button', { name, pressed: true });
    expect(asked.filter(({ pathname }) => pathname === '/v2/favourites/ids')).toHaveLength(2);
  });

  it('takes a filter away by its chip', async () => {
    await open('/quests?city=spb&price_max=0');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: St Petersburg' }));
    await waitFor(() => expect(address()).toBe('/quests?price_max=0'));
  });

  it('searches by a completion', async () => {
    await open('/quests');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Search quests' }), 'lio');
    await userEvent.click(await screen.findByRole('option', { name: 'lions and griffins' }));
    await waitFor(() => expect(address()).toBe('/quests?q=lions+and+griffins'));
  });

  it('offers the values with their counts', async () => {
    await open('/quests');
    await userEvent.click(await screen.findByRole('button', { name: 'Filters' }));
    const sheet = await screen.findByRole('dialog', { name: 'Filters' });
    await userEvent.click(within(sheet).getByRole('combobox', { name: 'City' }));
    await userEvent.click(await screen.findByRole('option', { name: 'St Petersburg (7)' }));
    await waitFor(() => expect(address()).toBe('/quests?city=spb'));
  });

  it('shows the quests in view of the map', async () => {
    const asked = await open('/quests');
    await userEvent.click(await screen.findByRole('button', { name: 'Map' }));
    await waitFor(() => expect(address()).toBe('/quests?view=map'));
    const pin = await screen.findByRole('button', { name: 'Lions and griffins, ₽490' });
    await userEvent.click(pin);
    expect((await screen.findByRole('link', { name: 'Open' })).getAttribute('href')).toBe(
      `/quests/${quest.id}`,
    );
    const view = asked.find(({ pathname }) => pathname === '/v2/quests/map')?.query;
    expect(Number(view?.get('north'))).toBeGreaterThan(Number(view?.get('south')));
  });
});

describe('near me', () => {
  const stub = (position: (done: (at: object) => void, fail: (error: object) => void) => void) =>
    vi.stubGlobal('navigator', {
      ...navigator,
      language: 'en',
      onLine: true,
      geolocation: { getCurrentPosition: position },
    });

  it('is asked for on a tap only, and stays out of the address', async () => {
    let tapped = 0;
    stub((done) => {
      tapped += 1;
      done({ coords: { latitude: 59.934_56, longitude: 30.335_43, accuracy: 20 } });
    });
    const asked = await open('/quests');
    const button = await screen.findByRole('button', { name: 'Near me' });
    expect(tapped).toBe(0);
    await userEvent.click(button);
    await waitFor(() => expect(asked.some(({ query }) => query.get('near_lat') === '59.935')).toBe(true));
    expect(address()).toBe('/quests');
  });

  it('says what to do when the browser refuses', async () => {
    stub((_done, fail) => fail({ code: 1, PERMISSION_DENIED: 1 }));
    await open('/quests');
    await userEvent.click(await screen.findByRole('button', { name: 'Near me' }));
    expect(await screen.findByText('The browser does not share your location')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });
});
