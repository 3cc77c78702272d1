import type { Round } from '../../rounds/round.ts';
import { type WhatIsTaken, whatIsTaken } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';
import type { PlaceResult } from '../place-result.ts';
import { placeWords, resultWords } from './place-texts.ts';

type Said<Words> = { readonly [Name in keyof Words]: Text };
type PlaceWords = Said<typeof placeWords>;
type ResultWords = Said<typeof resultWords>;

/** A place in the Lab: nobody goes to classes. */
const ofResidency: Partial<PlaceWords> = {
  giveUpText: {
    ko: '취소하시면 입주하실 수 없고, 받으신 확인서는 효력을 잃습니다. 대기 기업이 있으면 다음 순번에 기회가 돌아가며, 되돌릴 수 없습니다.',
    en: 'You give up your place in the Lab, and your confirmation letter is no longer valid. Your place goes to the next on the waiting list, if there is one. This cannot be undone.',
  },
};

const endsAsItIs: Text = {
  ko: '입주는 지금 협약의 마지막 날까지 그대로이며, 그날 끝납니다.',
  en: 'Your residency goes on as it is, and ends on the last day of your present contract.',
};

/** Another term of somebody who is in the Lab. */
const ofExtension: Partial<PlaceWords> = {
  selectedText: {
    ko: '연장 여부를 여쭙는 이메일을 곧 보내 드립니다. 그 이메일의 링크에서 기한까지 답해 주십시오.',
    en: 'We are about to email you. Use the link in the email to tell us by its deadline if you accept the extension.',
  },
  offeredText: {
    ko: '답하실 수 있는 링크를 이메일로 보내 드렸습니다. 기한까지 답하지 않으시면 연장하지 않으시는 것으로 보며, 입주는 지금 협약의 마지막 날에 끝납니다.',
    en: 'We have emailed you the link to answer. If you do not answer by then, you are not extended, and your residency ends on the last day of your present contract.',
  },
  acceptedText: {
    ko: '양쪽이 새 협약서에 서명하면 연장됩니다. 서명을 여쭙는 이메일을 확인해 주십시오. 사정이 바뀌면 서명하시기 전에 아래에서 취소해 주십시오.',
    en: 'You are extended once both sides have signed the new agreement. Look for our email that asks you to sign. If you cannot stay after all, withdraw below before you sign.',
  },
  nextRound: endsAsItIs,
  giveUpText: {
    ko: '취소하시면 연장되지 않고, 받으신 확인서는 효력을 잃습니다. 입주는 지금 협약의 마지막 날에 끝나며, 되돌릴 수 없습니다. 새 협약서에 양쪽이 이미 서명했다면 그 협약은 그대로이니 랩 매니저에게 알려 주십시오.',
    en: 'You are not extended, and your confirmation letter is no longer valid. Your residency ends on the last day of your present contract. This cannot be undone. If both sides have signed the new agreement already, it stays in force: tell the lab manager.',
  },
};

const resultOfExtension: Partial<ResultWords> = {
  selected: { ko: '연장 대상으로 선정되셨습니다', en: 'You have been selected for an extension' },
  offered: {
    ko: '연장 대상으로 선정되셨습니다. 연장 여부를 알려 주십시오',
    en: 'You have been selected for an extension: tell us if you accept it',
  },
  accepted: { ko: '연장하시겠다고 답하셨습니다', en: 'You have accepted the extension' },
  declined: { ko: '연장하지 않겠다고 답하셨습니다', en: 'You have declined the extension' },
  lapsed: {
    ko: '답변 기한이 지나 연장하지 않으시는 것으로 기록했습니다',
    en: 'The deadline to answer has passed, and you are not extended',
  },
  notSelected: { ko: '연장 대상으로 선정되지 못하셨습니다', en: 'You have not been selected for an extension' },
  ended: { ko: '연장 대상으로 선정되지 못하셨습니다', en: 'You have not been selected for an extension' },
  left: { ko: '연장 심사를 더 진행하지 않습니다', en: 'Your extension is no longer considered' },
};

type Of = Pick<Round, 'renews' | 'residency'>;

const placeSaid: Readonly<Record<WhatIsTaken, PlaceWords>> = {
  course: placeWords,
  residency: { ...placeWords, ...ofResidency },
  extension: { ...placeWords, ...ofExtension },
};
export const placeWordsOf = (round: Of): PlaceWords => placeSaid[whatIsTaken(round)];

const resultSaid: ResultWords = { ...resultWords, ...resultOfExtension };
const resultWordsOf = ({ renews }: Pick<Round, 'renews'>): ResultWords => (renews ? resultSaid : resultWords);

/** One truthful sentence for whatever an applicant has once the results are out, the same on pages and in timelines. */
export function resultText({ place, position, waitlistEnded }: PlaceResult, round: Pick<Round, 'renews'>): Text {
  const words = resultWordsOf(round);
  switch (place.state) {
    case 'WAITING':
      if (!position) return words.selected;
      return waitlistEnded ? words.listEnded : words.waiting;
    case 'OFFERED':
      return words.offered;
    case 'ACCEPTED':
      return words.accepted;
    case 'DECLINED':
      return words.declined;
    case 'LAPSED':
      return words.lapsed;
    case 'NOT_SELECTED':
      return words.notSelected;
    case 'ENDED':
      return words.ended;
    case 'WITHDRAWN':
    case 'CANCELLED':
      return words.left;
  }
}
