export { type Companies, type Someone, said, startCompanies } from './companies.ts';
