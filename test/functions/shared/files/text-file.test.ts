import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../functions/shared/files/text-file.ts';

const text = 'id,이름\nminji,김민지\nttom,똠방각하 펲시콜라 뷁\n';
const everySyllable = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).join('');

describe('a file that somebody saved', () => {
  it('in UTF-8 is read, with a byte-order mark and without', () => {
    expect(readText(Buffer.from(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(readText(Buffer.from(`\uFEFF${text}`))).toEqual({ text, encoding: 'UTF-8' });
    expect(readText(Buffer.from(''))).toEqual({ text: '', encoding: 'UTF-8' });
  });

  it('in what Korean Excel calls CSV (CP949) is read, with every syllable that there is', () => {
    expect(readText(iconv.encode(text, 'cp949'))).toEqual({ text, encoding: 'CP949' });
    expect(readText(iconv.encode(everySyllable, 'cp949'))).toEqual({ text: everySyllable, encoding: 'CP949' });
  });

  it('in UTF-16 is read by its mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      expect(readText(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ text, encoding: 'UTF-16' });
    }
  });

  it.each([
    ['cut off in the middle of a letter', iconv.encode('김민지', 'cp949').subarray(0, 5)],
    ['in Latin-1', Buffer.from('name\nJosé,Zoë\n', 'latin1')],
    ['with one bad byte', Buffer.concat([Buffer.from('이름,'), Buffer.from([0xff]), Buffer.from('\n')])],
    ['that is no text', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0x08, 0x00])],
    ['in UTF-16 without its mark', iconv.encode(text, 'utf-16le')],
  ])('%s is refused', (_, bytes) => {
    expect(readText(bytes)).toBeUndefined();
  });

  it('of whatever bytes is read as what gives these bytes again, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = readText(bytes);
        if (!read) return;
        const names = { 'UTF-8': 'utf-8', 'UTF-16': bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', CP949: 'cp949' };
        const again = iconv.encode(read.text, names[read.encoding]);
        const mark = bytes.length - again.length;
        expect(Buffer.compare(again, bytes.subarray(mark))).toBe(0);
        expect([0, 2, 3]).toContain(mark);
      }),
    );
  });
});
