import type { Text } from '../../shared/i18n.ts';
import { formatDate } from '../../shared/time.ts';
import type { Criterion, Fitting, Unfit } from '../propose-space.ts';
import { deskText, obstacleText } from './spaces-words.ts';

/** Why a space that fits does not come before another. */
export const behindWords: Readonly<Record<Criterion, Text>> = {
  'wished-space': { ko: '희망하신 공간을 먼저 제안합니다.', en: 'The space that was asked for comes first.' },
  'wished-site': { ko: '희망하신 건물을 먼저 제안합니다.', en: 'The site that was asked for comes first.' },
  'wished-floor': { ko: '희망하신 층을 먼저 제안합니다.', en: 'The floor that was asked for comes first.' },
  'spare-desks': { ko: '남는 책상이 적은 공간을 먼저 제안합니다.', en: 'Spaces with fewer spare desks come first.' },
  'kept-accessible': {
    ko: '무장애 공간은 필요한 입주자를 위해 남겨 둡니다.',
    en: 'Step-free spaces are kept for those who need them.',
  },
  id: { ko: '다른 점이 없어 번호순으로 제안합니다.', en: 'All else is equal, so their ids decide.' },
};

const metWords: Readonly<Record<Fitting['meets'][number], Text>> = {
  'wished-space': { ko: '희망하신 공간입니다.', en: 'It is the space that was asked for.' },
  'wished-site': { ko: '희망하신 건물에 있습니다.', en: 'It is at the site that was asked for.' },
  'wished-floor': { ko: '희망하신 층에 있습니다.', en: 'It is on the floor that was asked for.' },
};

/** Why a space fits, in sentences. */
export function fittingText({ spare, meets, leaving }: Fitting): Text {
  const sentences: Text[] = [
    ...meets.map((met) => metWords[met]),
    spare === 0
      ? { ko: '책상 수가 꼭 맞습니다.', en: 'It has as many desks as are needed.' }
      : { ko: `책상이 ${deskText(spare).ko} 남습니다.`, en: `It has ${deskText(spare).en} to spare.` },
    ...(leaving
      ? [
          {
            ko: `${leaving.holder.id} 협약이 ${formatDate(leaving.to, 'ko')}에 끝나며, 반납을 확인해야 합니다.`,
            en: `The contract of ${leaving.holder.id} ends on ${formatDate(leaving.to, 'en')}, and its return has to be confirmed.`,
          },
        ]
      : []),
  ];
  return { ko: sentences.map(({ ko }) => ko).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}

/** Why a space does not fit. */
export function unfitText(why: Unfit): Text {
  switch (why.kind) {
    case 'too-small':
      return {
        ko: `책상이 ${deskText(why.short).ko} 부족합니다.`,
        en: `It has ${deskText(why.short).en} too few.`,
      };
    case 'not-accessible':
      return { ko: '무장애 공간이 아닙니다.', en: 'It is not step-free.' };
    default:
      return obstacleText(why);
  }
}
