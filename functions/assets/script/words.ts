/** How each language of the pages writes times. */
const locales = { ko: 'ko', en: 'en-GB' } as const;
export type Lang = keyof typeof locales;
type Text = Readonly<Record<Lang, string>>;

/** The language of a page, by its tag. */
export const langOf = (tag: string): Lang => (tag.startsWith('en') ? 'en' : 'ko');

/** What the script says. */
export const words = {
  title: { ko: '입력하고 보내지 않은 내용이 있습니다', en: 'You typed something here that was not sent' },
  since: { ko: '그 뒤에 저장된 내용이 있습니다.', en: 'Something has been saved since then.' },
  choose: {
    ko: '불러오시면 이 화면의 해당 항목이 아래 내용으로 바뀝니다. 저장은 하지 않습니다.',
    en: 'Restoring it changes these answers on the page to what is below, and saves nothing.',
  },
  use: { ko: '이 내용 불러오기', en: 'Restore it' },
  drop: { ko: '이 내용 지우기', en: 'Delete it' },
  used: { ko: '불러왔습니다. 아직 저장되지 않았습니다.', en: 'Restored. It is not saved yet.' },
  none: { ko: '입력하지 않음', en: 'Not given' },
  offline: {
    ko: '인터넷에 연결되어 있지 않아 보내지 못했습니다. 입력하신 내용은 이 화면에 그대로 있습니다. 연결되면 버튼을 다시 눌러 주십시오.',
    en: 'You are not connected to the internet, so this was not sent. What you typed is still here. Press the button again once you are connected.',
  },
  online: {
    ko: '인터넷에 다시 연결되었습니다. 버튼을 다시 눌러 주십시오.',
    en: 'You are connected again. Press the button again.',
  },
} as const satisfies Record<string, Text>;

const figures = (count: number): string => count.toLocaleString('en-GB');
const characters = (count: number): string => `${figures(count)} ${count === 1 ? 'character' : 'characters'}`;

export const leftText = (count: number): Text => ({
  ko: `${figures(count)}자 더 쓸 수 있습니다`,
  en: `${characters(count)} left`,
});
export const overText = (count: number): Text => ({
  ko: `${figures(count)}자를 줄여 주십시오`,
  en: `${characters(count)} too many`,
});
export const neededText = (written: number, count: number): Text => ({
  ko: `지금 ${figures(written)}자, ${figures(count)}자 이상 더 써 주십시오`,
  en: `${figures(written)} written so far, at least ${figures(count)} more needed`,
});

/** When something was typed: `11월 30일 (월) 14:03`. */
export function typedText(at: number): Text {
  const time = (lang: Lang): string =>
    new Intl.DateTimeFormat(locales[lang], {
      timeZone: 'Asia/Seoul',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);
  return {
    ko: `${time('ko')}에 이 브라우저에서 입력하셨습니다.`,
    en: `You typed it in this browser on ${time('en')}.`,
  };
}
