import { describe, expect, it } from 'vitest';
import { mapSources } from './map-sources.ts';

describe('what a map loads', () => {
  it('is nothing for the built-in one', () => {
    expect(mapSources({ QUESTS_MAP_ORIGINS: 'https://tiles.example' })).toEqual({});
  });

  it('is its style and what is listed, once each', () => {
    const origins = ['https://maps.example', 'https://tiles.example'];
    expect(
      mapSources({
        QUESTS_MAP_STYLE_URL: 'https://maps.example/style.json?key=1',
        QUESTS_MAP_ORIGINS: 'https://maps.example,https://tiles.example',
      }),
    ).toEqual({ media: origins, data: origins });
  });
});
