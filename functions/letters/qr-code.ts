import { encode } from 'uqr';

/** White around a code, in modules: with less of it telephones do not find the code (ISO/IEC 18004). */
const quiet = 4;

export interface QrCode {
  /** Modules a side, with the white around them. */
  readonly size: number;
  /** The dark modules as the data of an SVG path, one unit a module. */
  readonly path: string;
}

/** A text as a QR code, with the white that it needs. A quarter of it may be dirty or folded. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'Q', border: quiet });
  const rows = data.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return { size, path: rows.join('') };
}

/** Dark modules side by side are one piece, so that no hairline shows between them. */
function runsOf(row: readonly boolean[]): { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last && last.from + last.length === x) last.length += 1;
    else if (dark) runs.push({ from: x, length: 1 });
  });
  return runs;
}
