import { describe, expect, it } from 'vitest';
import { deviceOf } from './device-name.rules.ts';

const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the name of a device', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge',
      'Windows',
      false,
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/140.0 Safari/537.36`, 'Chrome', 'Linux', false],
    [
      `Mozilla/5.0 (Linux; Android 15) ${blink} SamsungBrowser/28 Chrome/130 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
      true,
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${apple} Version/18.5 Mobile/15E148 Safari/604.1`,
      'Safari',
      'iPhone',
      true,
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${apple} CriOS/140 Mobile/15E148 Safari/604.1`,
      'Chrome',
      'iPhone',
      true,
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Chrome/138 YaBrowser/25 Safari/537.36`,
      'Яндекс Браузер',
      'macOS',
      false,
    ],
    ['Mozilla/5.0 (Windows NT 10.0; rv:141.0) Gecko/20100101 Firefox/141.0', 'Firefox', 'Windows', false],
    ['curl/8.9.1', 'curl', null, false],
  ])('%s', (userAgent, browser, system, mobile) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system, mobile });
  });

  it.each(['', 'node', 'Something/1.0'])('of %j is not known', (userAgent) => {
    expect(deviceOf(userAgent)).toBeNull();
  });
});
