import type { Text } from '../../shared/i18n.ts';
import { type Called, calledIn } from '../called.ts';

const named = (called: Called) =>
  ({
    number: { ko: `${called} 번호`, en: 'Agreement number' },
    read: { ko: `${called}서 내용`, en: 'The agreement' },
    pdf: { ko: `${called}서 PDF 내려받기`, en: 'Download the agreement as a PDF' },
    nameHint: { ko: `${called}서에 적힌 대로 입력해 주십시오.`, en: 'Type it as it stands in the agreement.' },
    nameDiffers: {
      ko: `${called}서에 적힌 이름과 다릅니다. ${called}서에 적힌 대로 입력해 주십시오. ${called}서의 이름이 잘못되었으면 서명하지 마시고 문의해 주십시오.`,
      en: 'This is not the name in the agreement. Type it as it stands there. If the name there is wrong, do not sign, and contact us.',
    },
    intent: {
      ko: `${called}서를 끝까지 읽었고, 이 ${called}을 맺을 뜻으로 서명합니다`,
      en: 'I have read all of the agreement and sign it because I want to enter into it',
    },
    intentMissing: {
      ko: `서명하시려면 ${called}을 맺을 뜻이 있는지 표시해 주십시오.`,
      en: 'To sign, tick that you want to enter into the agreement.',
    },
    back: { ko: `${called}서로 돌아가기`, en: 'Back to the agreement' },
    elsewhereLead: {
      ko: `종이나 다른 전자서명으로 서명하셨으면 그 사본을 PDF 파일로 보내 주십시오. 담당자가 확인하고 인정하면 ${called}이 성립합니다.`,
      en: 'If you have signed on paper or with another service, send the copy as a PDF. The agreement holds once our team has checked and accepted it.',
    },
    otherText: {
      ko: `그사이 ${called}서가 새 판으로 바뀌었습니다. 새 판을 읽고 서명해 주십시오. 서명은 저장하지 않았습니다.`,
      en: 'The agreement has been replaced by a new version. Read and sign the new one. Your signature was not saved.',
    },
    renewed: {
      ko: `${called} 내용이 바뀌어 서명하지 않았습니다`,
      en: 'The details have changed, so nothing was signed',
    },
    renewedText: {
      ko: `${called}서를 작성한 뒤 그 내용이 되는 정보가 바뀌었습니다. 바뀐 내용으로 새 판을 만들어 처음 서명하는 사람부터 다시 서명을 요청했습니다. 차례가 되면 이메일로 알려 드립니다.`,
      en: 'The details that the agreement is made of have changed since it was drawn up. There is a new version, and we have asked the first person to sign it. We will email you when it is your turn.',
    },
    dataChangedText: {
      ko: `${called}서를 작성한 뒤 그 내용이 되는 정보가 바뀌어, 이 판에는 서명하실 수 없습니다. 새 판이 준비되면 이메일로 알려 드립니다.`,
      en: 'The details that the agreement is made of have changed since it was drawn up, so this version cannot be signed. We will email you when there is a new one.',
    },
    notYourTurnText: {
      ko: `${called}서에는 정해진 순서대로 서명합니다. 차례가 되면 이메일로 알려 드립니다.`,
      en: 'The agreement is signed in a fixed order. We will email you when it is your turn.',
    },
    lateText: {
      ko: `기한까지 모두 서명하지 않아 이 판에는 더 서명할 수 없습니다. ${called}을 계속하시려면 문의해 주십시오.`,
      en: 'Not everybody signed in time, so this version can no longer be signed. If you still want the agreement, contact us.',
    },
    nothingInForce: {
      ko: `모두 서명할 때까지는 효력이 있는 ${called}이 없습니다.`,
      en: 'No agreement is in force until everybody has signed.',
    },
  }) satisfies Record<string, Text>;

/** The words of pages about an agreement that name it, as its title does. */
export const namedWords = (title: Pick<Text, 'ko'>) => named(calledIn(title));
