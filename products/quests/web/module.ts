import MapOutlined from '@mui/icons-material/MapOutlined';
import { defineWebModule } from '#platform/web';
import { questsActions } from './audit-actions.ts';
import { catalogueScreens } from './catalogue/screens.ts';
import { operationsScreens } from './operations/screens.ts';
import { peopleScreens } from './people/screens.ts';
import { playScreens } from './play/screens.ts';
import { shopScreens } from './shop/screens.ts';
import { studioScreens } from './studio/screens.ts';
import { questTexts } from './texts.ts';

/** City quests: find, walk and write them; friends, shop, and the desks of those who run it. */
export const questsWeb = defineWebModule({
  name: 'quests',
  title: { ru: 'Квесты', en: 'Quests' },
  summary: {
    ru: 'Городские квесты: выбирайте маршрут, идите по точкам, отвечайте и соревнуйтесь с друзьями.',
    en: 'City quests: choose a route, walk its points, answer and compete with friends.',
  },
  icon: MapOutlined,
  texts: questTexts,
  auditActions: questsActions,
  screens: [
    ...catalogueScreens,
    ...playScreens,
    ...peopleScreens,
    ...shopScreens,
    ...studioScreens,
    ...operationsScreens,
  ],
});
