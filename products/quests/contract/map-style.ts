import { Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';

export const getMapStyle = defineRoute({
  method: 'GET',
  path: '/v2/map-style',
  name: 'quests.get_map_style',
  summary: 'Which map to draw under the quests; null for the built-in one',
  access: 'public',
  reply: Type.Object({
    /** Address of a MapLibre style document. */
    style_url: Nullable(Type.String()),
    /** Whom the map is owed to, as plain text. */
    attribution: Nullable(Type.String()),
  }),
});
