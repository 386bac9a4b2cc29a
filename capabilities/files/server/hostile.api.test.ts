import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import { picture, published, upload } from '../testing/index.ts';
import { testModule } from './files.fixture.ts';
import { filesModule } from './module.ts';

let app: TestApp;
let ann: TestClient;
beforeAll(async () => {
  app = await startTestApp({ modules: [filesModule, testModule] });
  ann = testClient(app, 'ann');
});
afterAll(() => app.close());

const paper = { purpose: 'test.paper' };
const script = '<script>alert(1)</script>';

async function codeOf(body: Uint8Array, options = {}): Promise<string | undefined> {
  return (await upload(ann, body, options)).sent.problem().code;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A black image of any size in few bytes. */
async function bomb(side: number): Promise<Buffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  // In a thread: the server would call itself overloaded.
  const pixels = await promisify(deflate)(Buffer.alloc((side + 1) * side));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function animation(format: 'gif' | 'webp', frames: number): Promise<Buffer> {
  const [width, side] = [4, 4];
  const data = Buffer.alloc(width * side * frames * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = (at * 7919) % 251;
  return sharp(data, { raw: { width, height: side * frames, channels: 3, pageHeight: side } })
    .toFormat(format)
    .toBuffer();
}

describe('a bomb', () => {
  it('of pixels is refused by its head', async () => {
    const bytes = await bomb(12_000);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await codeOf(bytes)).toBe('files.too_many_pixels');
  });

  it.each(['gif', 'webp'] as const)(
    'of frames is refused (%s), a short animation keeps its first frame',
    async (format) => {
      expect(await codeOf(await animation(format, 250))).toBe('files.too_many_frames');
      const { file } = await published(ann, await animation(format, 3));
      expect([file.width, file.height]).toEqual([4, 4]);
    },
  );

  it('in an archive is refused by its directory', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const content = `<Override PartName="/word/document.xml" ContentType="${type}.main+xml"/>`;
    const docx = (unpacked: number, name = 'word/document.xml') => {
      const entries = [
        { name: '[Content_Types].xml', body: Buffer.from(content), size: content.length },
        { name, body: Buffer.from('<w/>'), size: unpacked },
      ];
      const locals: Buffer[] = [];
      const directory: Buffer[] = [];
      let at = 0;
      for (const entry of entries) {
        const local = Buffer.alloc(30);
        local.writeUInt32LE(0x04034b50, 0);
        local.writeUInt32LE(crc(entry.body), 14);
        local.writeUInt32LE(entry.body.length, 18);
        local.writeUInt32LE(entry.body.length, 22);
        local.writeUInt16LE(entry.name.length, 26);
        const central = Buffer.alloc(46);
        central.writeUInt32LE(0x02014b50, 0);
        central.writeUInt32LE(entry.body.length, 20);
        central.writeUInt32LE(entry.size, 24);
        central.writeUInt16LE(entry.name.length, 28);
        central.writeUInt32LE(at, 42);
        locals.push(local, Buffer.from(entry.name), entry.body);
        directory.push(central, Buffer.from(entry.name));
        at += 30 + entry.name.length + entry.body.length;
      }
      const central = Buffer.concat(directory);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(2, 10);
      end.writeUInt32LE(central.length, 12);
      end.writeUInt32LE(at, 16);
      return Buffer.concat([...locals, central, end]);
    };
    const { file } = await published(ann, docx(4), { ...paper, name: 'letter.docx' });
    expect([file.media_type, file.name]).toEqual([type, 'letter.docx']);
    expect(await codeOf(docx(4_000_000_000), paper)).toBe('files.archive_refused');
    expect(await codeOf(docx(4, '../../etc/cron'), paper)).toBe('files.archive_refused');
  });
});

describe('a file of two kinds', () => {
  it('loses everything that is no pixel: tails, scripts, EXIF, place', async () => {
    const exif = {
      IFD0: { Copyright: 'somebody', ImageDescription: script, Orientation: '6' },
      IFD3: { GPSLatitude: '55/1 45/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '37/1 37/1 0/1' },
    };
    const plain = await picture('jpeg', { width: 300, height: 200 });
    const marked = await sharp(plain).withExifMerge(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const before = await sharp(marked).metadata();
    expect([before.exif?.includes('script'), before.orientation]).toEqual([true, 6]);
    const { file } = await published(ann, Buffer.concat([marked, Buffer.from(script)]), { name: 'x.html' });
    expect([file.width, file.height, file.name]).toEqual([200, 300, 'x.jpg']);
    for (const { url } of [file, ...file.variants]) {
      const { rawPayload, headers } = await app.inject({ method: 'GET', url });
      expect(rawPayload.includes('script')).toBe(false);
      const { exif: left, xmp, iptc, icc, orientation } = await sharp(rawPayload).metadata();
      expect([left, xmp, iptc, icc, orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(headers['content-type']).toMatch(/^image\//);
    }
  });

  it('as GIF and JavaScript is pixels again, or nothing', async () => {
    const gif = await picture('gif', { width: 40, height: 30 });
    const { file } = await published(ann, Buffer.concat([gif, Buffer.from('*/=1;alert(1)//')]));
    const { rawPayload } = await app.inject({ method: 'GET', url: file.url });
    expect(rawPayload.includes('alert')).toBe(false);
    expect(await codeOf(Buffer.from('GIF89a/*xxxxxxxxxxxxxxxxxxxxx*/=1;alert(1)//'))).toBe('files.broken');
  });
});

describe('what is no such file', () => {
  it.each([
    ['SVG', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['SVG with a prolog', `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['HTML', `<!doctype html><html>${script}</html>`],
    ['a bare tag', `  \n${script}`],
    ['a shell script', '#!/bin/sh\nrm -rf /'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['PostScript', '%!PS-Adobe-3.0 EPSF-3.0'],
    ['bytes', '\u0000\u0001\u0002\u0003'],
  ])('%s is refused, as picture and as paper', async (_name, text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(await codeOf(bytes, { name: 'a.png' })).toBe('files.type_refused');
    expect(await codeOf(bytes, { ...paper, name: 'a.txt' })).toBe('files.type_refused');
  });

  it('is told by its bytes, not by its name', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\n%%EOF'), { name: 'a.png' })).toBe('files.type_refused');
    const { file } = await published(ann, await picture('webp'), { name: 'invoice.pdf.exe' });
    expect(file.name).toBe('invoice.pdf.jpg');
    const pdf = await published(ann, Buffer.from('%PDF-1.7\n%%EOF'), { ...paper, name: 'a.png' });
    expect([pdf.file.name, pdf.file.media_type]).toEqual(['a.pdf', 'application/pdf']);
  });

  it('is broken when it stops half way or does not decode', async () => {
    const whole = await picture('jpeg', { width: 600, height: 400 });
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('files.broken');
    const png = await picture('png', { width: 600, height: 400 });
    expect(await codeOf(png.subarray(0, png.length / 2))).toBe('files.broken');
    expect(await codeOf(png.subarray(0, 60))).toMatch(/^files\.(broken|type_refused)$/);
    const { sent } = await upload(ann, new Uint8Array(0), { size: 5 });
    expect(sent.problem().code).toBe('files.size_mismatch');
  });
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['..\\..\\boot.ini', 'boot.txt'],
    ['C:\\a\\b.txt', 'b.txt'],
    ['a\u202Etxt.exe', 'atxt.txt'],
    ['a\u0000b\r\nX: y.txt', 'abX_ y.txt'],
    ['.htaccess', 'htaccess.txt'],
    ['...', 'file.txt'],
    ['"><img src=x>.txt', '___img src=x_.txt'],
    [`${'я'.repeat(400)}.txt`, `${'я'.repeat(120)}.txt`],
  ])('%j cannot climb, hide or reverse', async (sent, kept) => {
    const nul = sent.includes('\u0000');
    const name = nul ? sent.replace('\u0000', '') : sent;
    const { file } = await published(ann, Buffer.from(`text ${sent.length}`), { ...paper, name });
    expect(file.name).toBe(kept);
    const { headers } = await app.inject({ method: 'GET', url: file.url });
    expect(String(headers['content-disposition'])).toMatch(
      /^attachment; filename="[^"\\]+"; filename\*=UTF-8''\S+$/,
    );
  });
});
