export { ConfigError, type ConfigProblem, type Environment, processEnvironment } from './environment.ts';
export { type LoadedConfig, loadConfig } from './load.ts';
export { type PlatformConfig, PlatformEnvironment, type S3Config } from './platform-config.ts';
export { createSecretBox, type SecretBox } from './secret-box.ts';
export { deriveKey, keyedHash } from './secrets.ts';
