import { wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';
import { endMailWords } from './texts.ts';

/** What the mails about a confirmed cohort say, by what its people take part in. */
interface CohortMailWords {
  readonly confirmed: Readonly<Record<'subject' | 'preheader' | 'text' | 'taken' | 'few', Text>>;
  readonly changed: Readonly<Record<'subject' | 'preheader' | 'text' | 'givenUp' | 'older', Text>>;
}

const ofResidency: CohortMailWords = {
  confirmed: {
    ...endMailWords.confirmed,
    subject: { ko: '선정 기업 명단이 확정되었습니다', en: 'The list of startups is confirmed' },
    taken: { ko: '입주가 정해진 기업', en: 'Startups that have accepted' },
    few: {
      ko: '선정되거나 대기하던 기업이 모집 인원보다 적어 빈자리가 있습니다.',
      en: 'Some places are free: there was no startup left to offer them to.',
    },
  },
  changed: {
    subject: { ko: '선정 기업 명단이 바뀌었습니다', en: 'The list of startups has changed' },
    preheader: { ko: '입주를 취소한 기업이 있습니다.', en: 'A startup has given up its place.' },
    text: {
      ko: '명단을 확정한 뒤 입주를 취소한 기업이 있어 명단과 통계를 새로 만들었습니다. 빈자리는 다시 채우지 않습니다.',
      en: 'A startup has given up its place since the list was confirmed, so there is a new list and new statistics. The place stays free.',
    },
    givenUp: { ko: '확정 뒤 입주 취소', en: 'Places given up since the list was confirmed' },
    older: {
      ko: '앞서 내려받은 명단은 파기하고 새 명단을 쓰십시오. 공간과 입주 준비도 확인해 주십시오.',
      en: 'Erase the list that you downloaded before and use the new one. Check spaces and preparations too.',
    },
  },
};

const ofExtension: CohortMailWords = {
  confirmed: {
    ...endMailWords.confirmed,
    subject: { ko: '입주를 연장하는 기업이 확정되었습니다', en: 'It is confirmed which startups stay on' },
    text: {
      ko: '연장 심사가 끝나 입주를 연장하는 기업이 확정되었습니다. 아래 링크에서 명단을 보고 내려받으실 수 있으며, 통계도 보실 수 있습니다. 내려받은 기록은 남습니다.',
      en: 'The reviews have ended, and it is final which startups stay on. Use the link to see and download the list and to see the statistics. We record each download.',
    },
    taken: { ko: '연장하는 기업', en: 'Startups that stay on' },
  },
  changed: {
    subject: { ko: '입주를 연장하는 기업 명단이 바뀌었습니다', en: 'The list of startups that stay on has changed' },
    preheader: { ko: '연장을 취소한 기업이 있습니다.', en: 'A startup does not stay on after all.' },
    text: {
      ko: '명단을 확정한 뒤 연장을 취소한 기업이 있어 명단과 통계를 새로 만들었습니다.',
      en: 'A startup has given up its extension since the list was confirmed, so there is a new list and new statistics.',
    },
    givenUp: { ko: '확정 뒤 연장 취소', en: 'Extensions given up since the list was confirmed' },
    older: {
      ko: '앞서 내려받은 명단은 파기하고 새 명단을 쓰십시오.',
      en: 'Erase the list that you downloaded before and use the new one.',
    },
  },
};

/** What the mails about the confirmed cohort of a round say. */
export const cohortMailWordsOf = wordsByRound<CohortMailWords>(endMailWords, {
  residency: ofResidency,
  extension: ofExtension,
});
