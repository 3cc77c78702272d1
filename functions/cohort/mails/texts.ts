import type { Text } from '../../shared/i18n.ts';

/** Which revision of the list it is. */
export const revisionText = (number: number): Text => ({ ko: `${number}판`, en: `revision ${number}` });

export const endMailWords = {
  waitlistEnded: {
    subject: { ko: '대기가 종료되었습니다', en: 'The waitlist has ended' },
    preheader: {
      ko: '이번 모집에서는 자리를 드리지 못했습니다.',
      en: 'We could not offer you a seat in this round.',
    },
    text: {
      ko: '대기 기간이 끝날 때까지 차례가 오지 않아 이번 모집에서는 자리를 드리지 못했습니다. 오래 기다려 주셔서 감사합니다.',
      en: 'The waitlist has ended before it was your turn, so we could not offer you a seat in this round. Thank you for waiting so long.',
    },
    number: { ko: '마지막 대기 순번', en: 'Your last number on the waitlist' },
    next: { ko: '다음 모집', en: 'The next round' },
    nextText: {
      ko: '다음 모집은 첫 화면에서 안내합니다. 이번 결과는 다음 지원에 영향을 주지 않습니다.',
      en: 'The next round is announced on our start page. This result has no bearing on another application.',
    },
  },
  cancelled: {
    subject: { ko: '모집이 취소되었습니다', en: 'The round has been cancelled' },
    preheader: { ko: '지원하신 모집을 더 진행하지 않습니다.', en: 'The round that you applied in does not go on.' },
    text: {
      ko: '지원하신 모집이 취소되어 더 진행하지 않습니다. 시간을 내어 지원해 주셨는데 이렇게 알려 드리게 되어 죄송합니다.',
      en: 'The round that you applied in has been cancelled and does not go on. We are sorry, and thank you for the time that you gave to your application.',
    },
    reason: { ko: '취소 이유', en: 'Why' },
    data: {
      ko: '제출하신 내용은 정해진 보관 기간이 지나면 파기합니다. 그 전에 파기를 원하시면 아래 연락처로 알려 주십시오.',
      en: 'What you sent is erased after the time that you agreed to. If you want it erased before, write to the address below.',
    },
  },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },

  staffCancelled: {
    subject: { ko: '모집이 취소되어 요청을 거둡니다', en: 'A round was cancelled; your part in it has ended' },
    preheader: { ko: '하실 일은 없습니다.', en: 'There is nothing more to do.' },
    text: {
      ko: '모집이 취소되었습니다. 맡아 주신 심사나 승인 요청은 모두 종료되었으며, 받으신 링크로 더 하실 일은 없습니다. 도와주셔서 감사합니다.',
      en: 'The round was cancelled. All reviews and approvals that we asked you for have ended, and the links need nothing more of you. Thank you for your help.',
    },
    round: { ko: '모집', en: 'Round' },
    reason: { ko: '지원자에게 알린 이유', en: 'The reason as applicants are told' },
  },
  confirmed: {
    subject: { ko: '기수 명단이 확정되었습니다', en: 'The cohort is confirmed' },
    preheader: { ko: '명단과 통계를 볼 수 있습니다.', en: 'Its list and its numbers are ready.' },
    text: {
      ko: '선발이 끝나 명단이 확정되었습니다. 아래 링크에서 명단을 보고 내려받을 수 있으며, 모집 통계도 볼 수 있습니다. 내려받은 기록은 남습니다.',
      en: 'The seats are settled. The link shows the list, which you can download, and the numbers of the round. Each download is recorded.',
    },
    round: { ko: '모집', en: 'Round' },
    seats: { ko: '정원', en: 'Seats' },
    taken: { ko: '확정 인원', en: 'Taken' },
    few: {
      ko: '지원하거나 대기한 분이 정원보다 적어 일부 자리가 비었습니다.',
      en: 'Some seats stayed empty: there was nobody left to offer them to.',
    },
    open: { ko: '명단 보기', en: 'See the list' },
    private: {
      ko: '이 링크는 받는 분만 쓸 수 있습니다. 명단에는 개인정보가 있으니 정해진 목적에만 쓰고 안전하게 보관해 주십시오.',
      en: 'This link is for you alone. The list holds personal data: use it only for its purpose and keep it safe.',
    },
  },
  changed: {
    subject: { ko: '기수 명단이 바뀌었습니다', en: 'The list of the cohort has changed' },
    preheader: { ko: '참여를 취소한 분이 있습니다.', en: 'Somebody has given up their place.' },
    text: {
      ko: '명단을 확정한 뒤 참여를 취소한 분이 있어 명단과 통계를 새로 만들었습니다. 빈자리는 다시 채우지 않습니다.',
      en: 'Somebody has given up their place since the cohort was confirmed, so the list and the numbers were made anew. The place stays empty.',
    },
    revision: { ko: '명단', en: 'The list' },
    givenUp: { ko: '확정 뒤 참여 취소', en: 'Given up since the confirmation' },
    older: {
      ko: '앞서 내려받은 명단은 파기하고 새 명단을 쓰십시오. 강의실, 출입 등록, 교재 수량도 확인해 주십시오.',
      en: 'Please erase the list that you downloaded before and use the new one, also for rooms, registrations at the door and material.',
    },
  },
  empty: {
    subject: { ko: '선발할 지원자가 없어 모집이 끝났습니다', en: 'A round has ended with nobody to choose from' },
    preheader: { ko: '심사를 시작하지 않았습니다.', en: 'No reviews were begun.' },
    text: {
      ko: '마감 뒤 지원 자격 확인까지 끝났지만 심사할 지원서가 남지 않아 모집을 마쳤습니다. 지원하신 분께는 각각 결과를 알려 드렸습니다.',
      en: 'After the closing and the checks no application was left to be reviewed, so the round has ended. Everybody who applied has had their answer.',
    },
    round: { ko: '모집', en: 'Round' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
