import { unzipSync } from 'fflate';
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal';

export type SheetRows =
  | { readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
  | { readonly what: 'sheet' | 'size'; readonly line?: number };

/** What all parts of a workbook may have together when they are unpacked: a small file can hold a very large one. */
const mostUnpacked = 20_000_000;

/** The first sheet of a workbook, each cell as its digits or letters are stored. */
export async function readSheetRows(bytes: Uint8Array): Promise<SheetRows> {
  const unpacked = declaredSize(bytes);
  if (unpacked === undefined) return { what: 'sheet' };
  if (unpacked > mostUnpacked) return { what: 'size' };
  try {
    const data = await readSheet(Uint8Array.from(bytes).buffer, { trim: false, parseNumber: (digits) => digits });
    return { rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })) };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return { what: 'sheet' };
    throw error;
  }
}

const textOf = (cell: unknown): string => {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell) : '';
};

/** By the directory of the file, before anything is unpacked; nothing if it is none. */
function declaredSize(bytes: Uint8Array): number | undefined {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    return size;
  } catch {
    return undefined;
  }
}
