export { actorsEn, obligationEn, typesEn, wordingEn } from './en.ts';
export { actorsRu, obligationRu, typesRu, wordingRu } from './ru.ts';
