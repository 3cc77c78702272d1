import type { Text } from '../shared/i18n.ts';

/** A kind of file that we take: told by its content, whatever its name says. */
interface FormatFacts {
  readonly label: Text;
  /** Endings of its names, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  readonly type: string;
}

export const formats = {
  pdf: { label: { ko: 'PDF', en: 'PDF' }, endings: ['pdf'], type: 'application/pdf' },
  hwp: { label: { ko: '한글(HWP)', en: 'Hangul (HWP)' }, endings: ['hwp'], type: 'application/x-hwp' },
  hwpx: { label: { ko: '한글(HWPX)', en: 'Hangul (HWPX)' }, endings: ['hwpx'], type: 'application/hwp+zip' },
  docx: {
    label: { ko: '워드(DOCX)', en: 'Word (DOCX)' },
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    label: { ko: '엑셀(XLSX)', en: 'Excel (XLSX)' },
    endings: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    label: { ko: '파워포인트(PPTX)', en: 'PowerPoint (PPTX)' },
    endings: ['pptx'],
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  jpeg: { label: { ko: 'JPEG 사진', en: 'JPEG photo' }, endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  png: { label: { ko: 'PNG 그림', en: 'PNG picture' }, endings: ['png'], type: 'image/png' },
  heic: { label: { ko: 'HEIC 사진', en: 'HEIC photo' }, endings: ['heic', 'heif'], type: 'image/heic' },
} as const satisfies Record<string, FormatFacts>;
export type Format = keyof typeof formats;

const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

export const formatNames: readonly Format[] = Object.keys(formats).filter(isFormat);

/** Some formats in words, in the order in which we name them. */
export const formatsText = (some: readonly Format[]): Text => {
  const labels = formatNames.filter((name) => some.includes(name)).map((name) => formats[name].label);
  return { ko: labels.map(({ ko }) => ko).join(', '), en: labels.map(({ en }) => en).join(', ') };
};

/** For the browser's choice of files; it is a help and no check. */
export const acceptOf = (some: readonly Format[]): string =>
  some.flatMap((name) => formats[name].endings.map((ending) => `.${ending}`)).join(',');
