import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rewindStreams } from '../../local/stream-positions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sfa-streams-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'lambda.json');
const saved = (positions: Record<string, number>) => ({
  __ministack_format__: 1,
  payload: { functions: { one: {} }, dynamodb_stream_positions: { __account_region_scoped__: true, data: positions } },
});

describe('a local cloud that was saved', () => {
  it('reads its streams from their beginning, and keeps all else', () => {
    writeFileSync(file(), JSON.stringify(saved({ 'a\0b': 18, 'a\0c': 4 })));
    rewindStreams(folder);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(saved({ 'a\0b': 0, 'a\0c': 0 }));
  });

  it('is left as it is if its state has another shape, or none is there', () => {
    rewindStreams(folder);
    writeFileSync(file(), '{"payload":{}}');
    rewindStreams(folder);
    expect(readFileSync(file(), 'utf8')).toBe('{"payload":{}}');
  });
});
