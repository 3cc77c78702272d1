import type { Text } from '../../shared/i18n.ts';
import type { Called } from '../called.ts';

/** What became of a version, for whoever has a link to it, by what the agreement is called. */
export const closedWords = (called: Called) =>
  ({
    signed: { ko: '서명하셨습니다', en: 'You have signed' },
    signedText: {
      ko: `다음 사람에게 서명을 요청했습니다. 모두 서명하면 서명된 ${called}서를 받으실 수 있는 링크를 이메일로 보내 드립니다.`,
      en: 'We have asked the next person to sign. When everybody has signed, we will email you a link to the signed agreement.',
    },
    inForce: { ko: `${called}이 성립했습니다`, en: 'The agreement is in force' },
    inForceText: {
      ko: '모두 서명했습니다. 하실 일은 없습니다.',
      en: 'Everybody has signed. You do not need to do anything.',
    },
    copySent: { ko: '사본을 확인하고 있습니다', en: 'We are checking the copy' },
    copySentText: {
      ko: '담당자가 확인하면 결과를 이메일로 알려 드립니다.',
      en: 'We will email you when our team has checked it.',
    },
    refused: { ko: `서명하지 않기로 한 ${called}입니다`, en: 'This agreement was refused' },
    refusedText: {
      ko: `이 판의 서명 절차는 끝났습니다. ${called}을 계속하시려면 문의해 주십시오.`,
      en: 'This version can no longer be signed. If you still want the agreement, contact us.',
    },
    lapsed: { ko: `서명 기한이 지난 ${called}입니다`, en: 'This agreement was not signed in time' },
    lapsedText: {
      ko: `기한까지 모두 서명하지 않았습니다. ${called}을 계속하시려면 문의해 주십시오.`,
      en: 'Not everybody signed in time. If you still want the agreement, contact us.',
    },
    withdrawn: { ko: '서명 요청이 취소되었습니다', en: 'You no longer need to sign this' },
    withdrawnText: {
      ko: '더 서명하실 필요가 없습니다. 궁금하신 점은 문의해 주십시오.',
      en: 'There is nothing left to sign. If you have questions, contact us.',
    },
    replaced: { ko: `새 판으로 바뀐 ${called}입니다`, en: 'This agreement was replaced' },
    passed: { ko: '이 요청은 끝났습니다', en: 'This request is over' },
    passedText: {
      ko: '이 링크의 요청은 끝났지만 서명은 계속되고 있습니다. 하실 일이 있으면 이메일로 알려 드립니다.',
      en: 'The request behind this link is over, but the agreement is still being signed. We will email you if there is something for you to do.',
    },
    by: { ko: '서명하지 않은 사람', en: 'Who refused' },
    reason: { ko: '이유', en: 'Reason' },
    copy: { ko: `서명된 ${called}서 내려받기`, en: 'Download the signed agreement' },
    copyElsewhere: { ko: '서명한 사본 열기', en: 'Open the signed copy' },
    verify: { ko: '사본의 진위 확인하기', en: 'Check a copy' },
  }) satisfies Record<string, Text>;

export const replacedText = (number: number, isSigned: boolean): Text =>
  isSigned
    ? {
        ko: `${number}판이 이 판을 대신합니다. 지금 효력이 있는 것은 ${number}판입니다.`,
        en: `Version ${number} is in its place, and is the one in force.`,
      }
    : {
        ko: `${number}판이 이 판을 대신하며, 처음부터 다시 서명합니다. 이 판의 서명은 효력이 없습니다.`,
        en: `Version ${number} is in its place and is signed again from the start. Signatures on this version do not count.`,
      };
