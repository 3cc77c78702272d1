import type { Lang, Text } from '../../shared/i18n.ts';
import type { MaskedKind, Piece } from '../masking.ts';

const words: Readonly<Record<MaskedKind, Text>> = {
  name: { ko: '가린 부분: 이름', en: 'Masked: a name' },
  contact: { ko: '가린 부분: 연락처', en: 'Masked: contact details' },
  address: { ko: '가린 부분: 주소', en: 'Masked: an address' },
  organisation: { ko: '가린 부분: 직장이나 학교', en: 'Masked: an employer or school' },
  number: { ko: '가린 부분: 개인을 나타내는 번호', en: 'Masked: a number that identifies a person' },
};
const mark: Text = { ko: '[가림]', en: '[masked]' };

/** A text with a mark in place of each part that tells who wrote it; the mark says what it was. */
export const MaskedText = ({ pieces, lang }: { readonly pieces: readonly Piece[]; readonly lang: Lang }) => (
  <>
    {pieces.map((piece, index) =>
      typeof piece === 'string' ? (
        piece
      ) : (
        <span key={index} class="masked" role="img" aria-label={words[piece.masked][lang]}>
          {mark[lang]}
        </span>
      ),
    )}
  </>
);
