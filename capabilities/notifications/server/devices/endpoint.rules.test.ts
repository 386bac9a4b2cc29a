import { describe, expect, it } from 'vitest';
import { parseHosts, pushServiceOf } from './endpoint.rules.ts';

const hosts = parseHosts(' fcm.googleapis.com, *.push.example ,,*.');
const production = { hosts, allowLoopback: false };
const development = { hosts, allowLoopback: true };

describe('push services', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', 'fcm.googleapis.com'],
    ['https://eu1.push.example/x?y=z', 'push.example'],
    ['https://FCM.googleapis.com/x', 'fcm.googleapis.com'],
    ['http://fcm.googleapis.com/x', undefined],
    ['https://fcm.googleapis.com:8443/x', undefined],
    ['https://fcm.googleapis.com.evil.example/x', undefined],
    ['https://evil.example/fcm.googleapis.com', undefined],
    ['https://user:pass@fcm.googleapis.com/x', undefined],
    ['https://fcm.googleapis.com@evil.example/x', undefined],
    ['https://push.example/x', undefined],
    ['https://evilpush.example/x', undefined],
    ['https://fcm.googleapis.com/x#fragment', undefined],
    ['https://169.254.169.254/latest/meta-data', undefined],
    ['https://127.0.0.1/x', undefined],
    ['http://localhost:5432/', undefined],
    ['https://[::1]/x', undefined],
    ['file:///etc/passwd', undefined],
    ['not an address', undefined],
    ['', undefined],
  ])('%j in production: %j', (endpoint, service) => {
    expect(pushServiceOf(endpoint, production)).toBe(service);
  });

  it.each([
    ['http://127.0.0.1:9000/send/1', 'loopback'],
    ['http://localhost:9000/send/1', 'loopback'],
    ['http://[::1]:9000/send/1', 'loopback'],
    ['http://127.0.0.1.evil.example/', undefined],
    ['http://10.0.0.1/', undefined],
    ['ftp://localhost/', undefined],
  ])('%j in development: %j', (endpoint, service) => {
    expect(pushServiceOf(endpoint, development)).toBe(service);
  });
});
