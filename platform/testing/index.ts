export { startTestApp, type TestApp, type TestAppOptions } from './app.ts';
export { type TestCallers, testCallers } from './callers.ts';
export { type TestClient, type TestInput, type TestReply, testClient } from './client.ts';
export { type TestDatabase, testDatabase } from './database.ts';
export { type S3Double, startS3Double } from './s3-double/index.ts';
