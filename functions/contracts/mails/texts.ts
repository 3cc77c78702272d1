import type { Text } from '../../shared/i18n.ts';

/** The words of the mails about contracts. */
export const contractMailWords = {
  begun: {
    subject: { ko: '입주 협약의 변경이 시작되었습니다', en: 'A change of your contract has begun' },
    preheader: { ko: '앞으로 연락드릴 대표자나 주소가 바뀝니다.', en: 'It changes whom we write to.' },
    text: {
      ko: '대표자나 이메일 주소를 바꾸는 변경 협약의 서명을 요청하였습니다. 양쪽이 모두 서명하면 그때부터 새 주소로만 이메일을 보내며, 지금의 주소로 받은 링크는 더 이상 열리지 않습니다. 모르시는 변경이면 바로 문의처로 연락해 주십시오.',
      en: 'We have asked for the signatures on an addendum that changes the representative or the email address. Once both sides have signed, we write to the new address only, and links in earlier emails open nothing any more. If you know nothing of it, contact us straight away.',
    },
  },
  refused: {
    subject: { ko: '요청하신 변경을 진행하지 않습니다', en: 'The change that you asked for is refused' },
    preheader: { ko: '이유를 알려 드립니다.', en: 'We tell you why.' },
    text: {
      ko: '요청하신 입주 내용 변경을 승인하지 않았습니다. 지금의 내용이 그대로 유지됩니다.',
      en: 'The change of your contract that you asked for was not accepted. Everything stays as it is.',
    },
  },
  extended: {
    subject: { ko: '입주 기간이 연장되었습니다', en: 'Your residency is extended' },
    preheader: { ko: '연장된 기간을 알려 드립니다.', en: 'These are its new days.' },
    text: {
      ko: '연장 협약에 양쪽이 모두 서명하여 입주 기간이 연장되었습니다.',
      en: 'Both sides have signed the extension: your residency goes on.',
    },
    spaceLater: {
      ko: '지금의 공간은 연장한 기간에 쓸 수 없어 다른 공간을 배정하고 있습니다. 정해지면 이메일로 알려 드립니다.',
      en: 'The present space is not to be had for the extended term. We are looking for another, and email you once it is decided.',
    },
  },
  changed: {
    subject: { ko: '변경 협약이 체결되었습니다', en: 'The addendum is in force' },
    preheader: { ko: '바뀐 내용을 알려 드립니다.', en: 'This is what has changed.' },
    text: {
      ko: '변경 협약에 양쪽이 모두 서명하여 아래의 내용이 바뀌었습니다.',
      en: 'Both sides have signed the addendum. This holds from now on.',
    },
  },
  setAside: {
    subject: {
      extension: { ko: '연장 협약이 체결되지 않았습니다', en: 'The extension is not in force' },
      addendum: { ko: '변경 협약이 체결되지 않았습니다', en: 'The addendum is not in force' },
    },
    preheader: { ko: '지금의 협약은 그대로 유지됩니다.', en: 'The present contract stays as it is.' },
    text: {
      extension: {
        ko: '연장 협약에 양쪽의 서명이 모두 이루어지지 않아 기간이 연장되지 않았습니다. 지금의 협약은 마지막 날까지 그대로 유지됩니다. 다시 진행하시려면 문의처로 연락해 주십시오.',
        en: 'The extension was not signed by both sides, so your residency is not extended. The present contract holds until its last day. If it is to be signed after all, contact us.',
      },
      addendum: {
        ko: '변경 협약에 양쪽의 서명이 모두 이루어지지 않아 바뀐 내용이 없습니다. 다시 진행하시려면 변경을 다시 요청해 주십시오.',
        en: 'The addendum was not signed by both sides, so nothing has changed. If it is to change after all, ask for it again.',
      },
    },
    told: {
      extension: {
        ko: '연장 협약에 양쪽의 서명이 모두 이루어지지 않았습니다. 입주 기업에 알렸습니다. 연장하려면 다시 시작하고, 그대로 두면 지금의 마지막 날에 퇴거 절차가 시작됩니다.',
        en: 'The extension was not signed by both sides, and the startup has been told. Begin it once more if the residency is to go on; if nothing is done, it ends on its present last day.',
      },
      addendum: {
        ko: '변경 협약에 양쪽의 서명이 모두 이루어지지 않았습니다. 입주 기업에 알렸습니다. 바꾸려면 변경을 다시 시작해 주십시오.',
        en: 'The addendum was not signed by both sides, and the startup has been told. Begin it once more if the change is still wanted.',
      },
    },
  },
  space: {
    subject: { ko: '연장한 기간의 공간을 알려 드립니다', en: 'Your space for the extended term' },
    preheader: { ko: '연장한 기간의 공간이 정해졌습니다.', en: 'It is decided.' },
    text: {
      ko: '연장한 기간에 쓰실 공간이 정해졌습니다. 지금의 공간과 다르면, 지금의 공간은 지금 기간의 마지막 날까지 비워 주십시오.',
      en: 'Your space for the extended term is decided. If it is another than the present one, leave that by the last day of the present term.',
    },
  },
  spaceTerm: { ko: '공간', en: 'Your space' },
  term: { ko: '연장된 기간', en: 'Extended term' },
  ends: { ko: '지금의 마지막 날', en: 'Present last day' },
  reason: { ko: '이유', en: 'Why' },
  toResidency: { ko: '입주 안내 보기', en: 'See your residency' },
  toDesk: { ko: '내 업무함 열기', en: 'Open your desk' },
  reference: { ko: '접수 번호', en: 'Reference number' },
} as const satisfies Record<string, Text | Record<string, Text | Record<string, Text>>>;
