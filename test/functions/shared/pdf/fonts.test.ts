import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fontsIn } from '../../../../functions/shared/pdf/fonts.ts';
import { pretendardFiles } from '../../../../infra/font-files.ts';

it('reads a font again that could not be read, and keeps it from then on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-fonts-'));
  try {
    const fonts = fontsIn(folder);
    copyFileSync(pretendardFiles.regular, join(folder, 'PretendardGOV-Regular.ttf'));
    await expect(fonts()).rejects.toThrow('PretendardGOV-Bold.ttf');
    copyFileSync(pretendardFiles.bold, join(folder, 'PretendardGOV-Bold.ttf'));
    const { regular, bold } = await fonts();
    expect(bold.length).toBeGreaterThan(1_000);
    // The very same: a document keeps by them what it has read of a font.
    expect((await fonts()).regular).toBe(regular);
    expect((await fonts()).bold).toBe(bold);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
