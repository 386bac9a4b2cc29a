export { startTestApp, type TestApp, type TestAppOptions } from './app.ts';
export { type TestDatabase, testDatabase } from './database.ts';
