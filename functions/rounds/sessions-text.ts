import type { Text } from '../shared/i18n.ts';
import type { RoundDraft, weekdays } from './round.ts';

type Session = RoundDraft['schedule']['sessions'][number];

const dayNames: Readonly<Record<(typeof weekdays)[number], Text>> = {
  MO: { ko: '월요일', en: 'Mondays' },
  TU: { ko: '화요일', en: 'Tuesdays' },
  WE: { ko: '수요일', en: 'Wednesdays' },
  TH: { ko: '목요일', en: 'Thursdays' },
  FR: { ko: '금요일', en: 'Fridays' },
  SA: { ko: '토요일', en: 'Saturdays' },
  SU: { ko: '일요일', en: 'Sundays' },
};

/**
 * The lessons of a week, those at the same time together: `월요일·수요일 19:00~22:00`, `Mondays and Wednesdays, 19:00 to
 * 22:00`. Nothing, if a round states none.
 */
export function sessionsText(sessions: readonly Session[]): Text | undefined {
  if (sessions.length === 0) return undefined;
  const groups = [...Map.groupBy(sessions, ({ from, to }) => `${from} ${to}`).values()];
  return { ko: groups.map(inKorean).join(', '), en: groups.map(inEnglish).join('; ') };
}

const timesOf = ([first]: readonly Session[]): Pick<Session, 'from' | 'to'> => first ?? { from: '', to: '' };

function inKorean(group: readonly Session[]): string {
  const { from, to } = timesOf(group);
  return `${group.map(({ weekday }) => dayNames[weekday].ko).join('·')} ${from}~${to}`;
}

function inEnglish(group: readonly Session[]): string {
  const { from, to } = timesOf(group);
  const days = group.map(({ weekday }) => dayNames[weekday].en);
  const last = days.at(-1) ?? '';
  return `${[...(days.length > 1 ? [days.slice(0, -1).join(', ')] : []), last].join(' and ')}, ${from} to ${to}`;
}
