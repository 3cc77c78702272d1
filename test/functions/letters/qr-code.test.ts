import { describe, expect, it } from 'vitest';
import { qrCode } from '../../../functions/letters/qr-code.ts';

/** The modules that a path covers, row by row, as a reader of the paper sees them. */
function modulesOf({ size, path }: ReturnType<typeof qrCode>): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) {
      const row = rows[Number(y)];
      if (row) row[at] = '#';
    }
  }
  return rows.map((row) => row.join(''));
}

describe('the QR code of a letter', () => {
  const modules = modulesOf(qrCode('https://academy.example.kr/verify'));
  const size = modules.length;
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

  it('has its three corners, by which a telephone finds it', () => {
    const corner = (x: number, y: number) => modules.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      expect(corner(x, y)).toEqual(finder);
    }
    // 17 modules and four more for each version.
    expect((size - 8 - 17) % 4).toBe(0);
  });

  it('has four modules of white on each side', () => {
    const edge = [
      ...modules.slice(0, 4),
      ...modules.slice(-4),
      ...modules.flatMap((row) => [row.slice(0, 4), row.slice(-4)]),
    ];
    expect(edge.join('')).not.toContain('#');
  });

  it('differs for another address, and is the same each time', () => {
    expect(modulesOf(qrCode('https://academy.example.kr/verify'))).toEqual(modules);
    expect(modulesOf(qrCode('https://other.example.kr/verify'))).not.toEqual(modules);
  });
});
