import type { Text } from '../../shared/i18n.ts';

/** Which revision of the list it is. */
export const revisionText = (number: number): Text => ({ ko: `${number}판`, en: `revision ${number}` });

export const endMailWords = {
  waitlistEnded: {
    subject: {
      ko: '선발 결과: 대기 순번이 오지 않아 선발되지 못하셨습니다',
      en: 'Your result: the waiting list has closed, and you have not been selected',
    },
    preheader: {
      ko: '오래 기다려 주셔서 감사합니다.',
      en: 'Thank you for waiting.',
    },
    text: {
      ko: '오래 기다려 주셔서 감사합니다. 아쉽게도 대기 마감까지 대기 순번이 오지 않아 이번 모집에서는 선발되지 못하셨습니다.',
      en: 'Thank you for waiting. We are sorry that the waiting list closed before we could offer you a place in this round.',
    },
    number: { ko: '마지막 대기 순번', en: 'Your last number on the waiting list' },
    next: { ko: '다음 모집', en: 'The next round' },
    nextText: {
      ko: '다음 모집은 첫 화면에서 안내합니다. 이번 결과는 다음 지원에 영향을 주지 않습니다.',
      en: 'We announce the next round on our start page. This result does not affect future applications.',
    },
  },
  cancelled: {
    subject: { ko: '모집이 취소되었습니다', en: 'The round has been cancelled' },
    preheader: {
      ko: '지원하신 모집을 더 진행하지 않습니다.',
      en: 'The round that you applied for has been cancelled.',
    },
    text: {
      ko: '지원하신 모집이 취소되어 더 진행하지 않습니다. 시간을 내어 지원해 주셨는데 이렇게 알려 드리게 되어 죄송합니다.',
      en: 'The round that you applied for has been cancelled. We are sorry, and thank you for the time that you spent on your application.',
    },
    reason: { ko: '취소 이유', en: 'Reason' },
    data: {
      ko: '제출하신 내용은 정해진 보관 기간이 지나면 파기합니다. 그 전에 파기를 원하시면 아래 연락처로 알려 주십시오.',
      en: 'We will erase what you sent after the time that you agreed to. If you want us to erase it earlier, contact us.',
    },
  },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },

  staffCancelled: {
    subject: {
      ko: '모집이 취소되어 심사·승인 요청도 취소되었습니다',
      en: 'A round was cancelled: you no longer need to do anything',
    },
    preheader: { ko: '하실 일은 없습니다.', en: 'You do not need to do anything.' },
    text: {
      ko: '모집이 취소되었습니다. 맡아 주신 심사나 승인 요청도 모두 취소되어, 받으신 링크로 더 하실 일은 없습니다. 도와주셔서 감사합니다.',
      en: 'The round was cancelled. We no longer need the reviews or approvals that we asked you for. Thank you for your help.',
    },
    round: { ko: '모집', en: 'Round' },
    reason: { ko: '지원자에게 알린 이유', en: 'The reason that we gave to applicants' },
  },
  confirmed: {
    subject: { ko: '기수 명단이 확정되었습니다', en: 'The cohort is confirmed' },
    preheader: { ko: '명단과 통계를 보실 수 있습니다.', en: 'The list and the statistics are ready.' },
    text: {
      ko: '선발이 끝나 명단이 확정되었습니다. 아래 링크에서 명단을 보고 내려받으실 수 있으며, 모집 통계도 보실 수 있습니다. 내려받은 기록은 남습니다.',
      en: 'All places are final. Use the link to see and download the list and to see the statistics. We record each download.',
    },
    round: { ko: '모집', en: 'Round' },
    seats: { ko: '모집 인원', en: 'Places' },
    taken: { ko: '참여 확정 인원', en: 'Accepted' },
    few: {
      ko: '선발하거나 대기하던 분이 모집 인원보다 적어 빈자리가 있습니다.',
      en: 'Some places are free: there was nobody left to offer them to.',
    },
    open: { ko: '명단 보기', en: 'See the list' },
    private: {
      ko: '이 링크는 받으신 분만 사용하실 수 있습니다. 명단에는 개인정보가 있으니 정해진 목적에만 쓰고 안전하게 보관해 주십시오.',
      en: 'Only you can use this link. The list contains personal data. Use it only for its purpose and keep it safe.',
    },
  },
  changed: {
    subject: { ko: '기수 명단이 바뀌었습니다', en: 'The list of the cohort has changed' },
    preheader: { ko: '참여를 취소한 분이 있습니다.', en: 'Somebody has given up their place.' },
    text: {
      ko: '명단을 확정한 뒤 참여를 취소한 분이 있어 명단과 통계를 새로 만들었습니다. 빈자리는 다시 채우지 않습니다.',
      en: 'Somebody has given up their place since the cohort was confirmed, so there is a new list and new statistics. The place stays free.',
    },
    revision: { ko: '명단', en: 'The list' },
    givenUp: { ko: '확정 뒤 참여 취소', en: 'Places given up since the cohort was confirmed' },
    older: {
      ko: '앞서 내려받은 명단은 파기하고 새 명단을 쓰십시오. 강의실, 출입 등록, 교재 수량도 확인해 주십시오.',
      en: 'Erase the list that you downloaded before and use the new one. Check rooms, entry registration and materials too.',
    },
  },
  empty: {
    subject: { ko: '선발할 지원자가 없어 모집이 끝났습니다', en: 'A round has ended: there was nobody to select' },
    preheader: { ko: '심사를 시작하지 않았습니다.', en: 'No reviews were started.' },
    text: {
      ko: '마감 뒤 지원 자격 확인까지 끝났지만 심사할 지원서가 남지 않아 모집을 마쳤습니다. 지원하신 분께는 각각 결과를 알려 드렸습니다.',
      en: 'After the eligibility checks there was no application left to review, so the round has ended. Everybody who applied has been told their result.',
    },
    round: { ko: '모집', en: 'Round' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
