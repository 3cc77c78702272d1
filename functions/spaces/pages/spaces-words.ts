import { type Lang, lengthText, type Text } from '../../shared/i18n.ts';
import type { EventTypes } from '../../shared/names.ts';
import { formatDate, type LocalDate } from '../../shared/time.ts';
import type { NotDecided } from '../decide-space.ts';
import type { OccupancyState } from '../occupancy.ts';
import type { Obstacle } from '../stays.ts';

export const spacesWords = {
  title: { ko: '입주 공간', en: 'Spaces' },
  lead: {
    ko: '협약 기간과 실제 사용을 함께 보여 드립니다. 협약이 끝나도 반납을 확인해야 다른 입주자에게 배정할 수 있습니다.',
    en: 'Contracts, and who is really there. After a contract has ended, a space is free only when its return is confirmed.',
  },
  noRole: { ko: '랩 담당자만 볼 수 있습니다', en: 'This is for managers of the Lab' },
  noRoleText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  noSpace: { ko: '이 공간을 찾을 수 없습니다', en: 'There is no such space' },
  noSpaceText: { ko: '목록에서 다시 선택해 주십시오.', en: 'Choose one from the list.' },
  back: { ko: '공간 목록으로', en: 'To all spaces' },
  none: {
    ko: '등록된 공간이 없습니다. 운영자에게 공간 파일을 등록하도록 요청해 주십시오.',
    en: 'There is no space yet. Ask an operator to load the file of spaces.',
  },
  show: { ko: '이 날짜로 보기', en: 'Show this day' },
  date: { ko: '날짜', en: 'Day' },
  dateHint: { ko: '예: 2027-05-10', en: 'For example 2027-05-10' },
  dateWrong: {
    ko: '날짜를 2027-05-10처럼 적어 주십시오.',
    en: 'Enter the day like 2027-05-10.',
  },
  expected: {
    ko: '오늘 이후의 날짜입니다. 협약 기간에 따라 예상한 내용이며, 반납이 늦어지면 달라질 수 있습니다.',
    en: 'This day is to come. It shows what the contracts say, and changes if somebody stays longer.',
  },
  staying: { ko: '협약이 끝났으나 반납하지 않은 공간', en: 'Staying past the end of the contract' },
  counts: { ko: '공간 수', en: 'Numbers' },
  spaces: { ko: '공간별 현황', en: 'Space by space' },
  space: { ko: '공간', en: 'Space' },
  place: { ko: '위치', en: 'Where' },
  desks: { ko: '책상', en: 'Desks' },
  accessible: { ko: '무장애 공간', en: 'Step-free' },
  yes: { ko: '예', en: 'yes' },
  no: { ko: '아니요', en: 'no' },
  state: { ko: '상태', en: 'State' },
  contract: { ko: '협약', en: 'Contract' },
  occupant: { ko: '실제 사용', en: 'Who is there' },
  nobody: { ko: '없음', en: 'nobody' },
  csv: { ko: 'CSV 파일 받기', en: 'Download as CSV' },
  contractFrom: { ko: '협약 시작일', en: 'Contract from' },
  contractTo: { ko: '협약 종료일', en: 'Contract to' },
  returnedOn: { ko: '반납일', en: 'Returned on' },
  notReturned: { ko: '반납 확인 전', en: 'not confirmed' },
  offered: { ko: '사용 기간', en: 'In use' },
  until: { ko: '까지', en: 'until' },
  openEnd: { ko: '종료일 없음', en: 'no last day' },
  removed: { ko: '목록에서 제외한 날', en: 'Taken off the list on' },
  history: { ko: '배정 내역', en: 'Who has held it' },
  historyNone: { ko: '아직 배정한 적이 없습니다.', en: 'Nobody has held it yet.' },
  events: { ko: '처리 기록', en: 'What happened' },
  system: { ko: '시스템', en: 'The system' },
  operator: { ko: '운영자', en: 'Operator' },
  formerStaff: { ko: '이전 담당자', en: 'Somebody who was of the staff' },
  giveBack: { ko: '반납 확인', en: 'Confirm the return' },
  giveBackHint: {
    ko: '열쇠와 출입 카드를 돌려받은 날, 곧 마지막으로 사용한 날입니다. 예: 2028 5 9',
    en: 'The day on which keys and cards came back, the last one of use. For example 2028 5 9',
  },
  giveBackDay: { ko: '마지막으로 사용한 날', en: 'Last day of use' },
  continue: { ko: '다음', en: 'Continue' },
  confirmBack: { ko: '반납을 확인하시겠습니까?', en: 'Confirm the return?' },
  confirmBackLead: {
    ko: '확인하면 되돌릴 수 없습니다. 협약이 끝났다면 다음 날부터 다른 입주자에게 배정할 수 있습니다.',
    en: 'This cannot be undone. If the contract has ended, the space can be given to somebody else from the next day on.',
  },
  yesBack: { ko: '반납 확인하기', en: 'Confirm the return' },
  move: { ko: '다른 공간으로 옮기기', en: 'Move to another space' },
  moveHint: {
    ko: '새 공간을 사용하는 첫날입니다. 예: 2027 9 1',
    en: 'The first day in the other space. For example 2027 9 1',
  },
  moveDay: { ko: '옮기는 날', en: 'Day of the move' },
  target: { ko: '옮길 공간', en: 'To which space' },
  noTarget: {
    ko: '남은 협약 기간에 배정할 수 있는 다른 공간이 없습니다.',
    en: 'No other space is free for the rest of the contract.',
  },
  confirmMove: { ko: '이 공간으로 옮기시겠습니까?', en: 'Move to this space?' },
  confirmMoveLead: {
    ko: '협약은 새 공간에서 이어집니다. 지금 공간은 반납을 확인할 때까지 비어 있지 않은 것으로 봅니다.',
    en: 'The contract continues in the other space. This one is not free until its return is confirmed.',
  },
  yesMove: { ko: '공간 옮기기', en: 'Move' },
  holder: { ko: '입주자', en: 'Holder' },
  holderName: { ko: '이름', en: 'Name' },
  notDone: { ko: '처리하지 못했습니다. 바뀐 내용은 없습니다.', en: 'This was not accepted. Nothing has changed.' },
  noHolder: {
    ko: '지금은 이 공간을 사용하는 입주자가 없습니다.',
    en: 'Nobody has this space at the moment.',
  },
} as const satisfies Record<string, Text>;

export const stateWords: Readonly<Record<OccupancyState, Text>> = {
  occupied: { ko: '사용 중', en: 'occupied' },
  staying: { ko: '협약 종료 후 사용 중', en: 'staying past the end' },
  'left-early': { ko: '협약 중, 반납함', en: 'contract runs, returned' },
  free: { ko: '비어 있음', en: 'free' },
  closed: { ko: '사용하지 않음', en: 'not in use' },
};

export const deskText = (desks: number): Text => ({
  ko: `${desks}석`,
  en: `${desks} ${desks === 1 ? 'desk' : 'desks'}`,
});

export const spacesText = (count: number): Text => ({ ko: `${count}곳`, en: String(count) });

/** So many days past the end of a contract. */
export const pastText = (days: number): Text => {
  const length = lengthText(days, 'days');
  return { ko: `협약 종료 후 ${length.ko}째`, en: `${length.en} past the end` };
};

/** What happened to a space, in words. */
export const spaceSentences: Readonly<Record<EventTypes['spaces'], Text>> = {
  SpaceAllotted: { ko: '입주자에게 배정했습니다', en: 'Given to a holder' },
  SpaceChanged: { ko: '공간 정보를 수정했습니다', en: 'What is known of it was changed' },
  SpaceContractEnded: { ko: '협약을 일찍 끝냈습니다', en: 'The contract ends earlier' },
  SpaceContractExtended: { ko: '협약을 연장했습니다', en: 'The contract was extended' },
  SpaceEntered: { ko: '다른 공간에서 옮겨 왔습니다', en: 'A holder moves here from another space' },
  SpaceLeft: { ko: '다른 공간으로 옮겼습니다', en: 'A holder moves to another space' },
  SpaceLoaded: { ko: '공간을 등록했습니다', en: 'The space was loaded' },
  SpaceOverstayTold: { ko: '반납하지 않은 것을 알렸습니다', en: 'Staff were told that the holder stays' },
  SpaceReleased: { ko: '시작하지 않은 배정을 취소했습니다', en: 'A contract that had not begun was cancelled' },
  SpaceRemoved: { ko: '공간 목록에서 제외했습니다', en: 'Taken off the list of spaces' },
  SpaceReturned: { ko: '반납을 확인했습니다', en: 'The return was confirmed' },
};

const on = (date: LocalDate): Readonly<Record<Lang, string>> => ({
  ko: formatDate(date, 'ko'),
  en: formatDate(date, 'en'),
});

/** Why a space is not free for a period. */
export function obstacleText(obstacle: Obstacle): Text {
  switch (obstacle.kind) {
    case 'not-offered':
      return {
        ko: '이 기간 전체에 사용할 수 있는 공간이 아닙니다.',
        en: 'The space is not in use on all of these days.',
      };
    case 'contract': {
      const { holder, from, to } = obstacle.holding;
      return {
        ko: `${holder.id} 협약이 있습니다: ${on(from).ko}부터 ${on(to).ko}까지.`,
        en: `${holder.id} has a contract from ${on(from).en} to ${on(to).en}.`,
      };
    }
    case 'staying': {
      const { holder, to } = obstacle.holding;
      return {
        ko: `${holder.id} 협약이 ${on(to).ko}에 끝났으나 반납을 확인하지 않았습니다. 먼저 반납을 확인해 주십시오.`,
        en: `The contract of ${holder.id} ended on ${on(to).en}, and the return is not confirmed. Confirm the return first.`,
      };
    }
    case 'occupied':
      return {
        ko: `${obstacle.holding.holder.id}의 사용이 ${on(obstacle.through).ko}까지 이어졌습니다. 그다음 날부터 배정해 주십시오.`,
        en: `${obstacle.holding.holder.id} was there until ${on(obstacle.through).en}. Choose a later day.`,
      };
  }
}

/** Why nothing was decided, and what can be done. */
export function notDecidedText(outcome: NotDecided): Text {
  switch (outcome.kind) {
    case 'taken':
      return obstacleText(outcome.obstacle);
    case 'unchanged':
      return { ko: '이미 그렇게 처리되어 있습니다.', en: 'It has been decided like this already.' };
    case 'no-space':
      return spacesWords.noSpace;
    case 'no-holding':
      return {
        ko: '그 사이 배정이 바뀌었습니다. 현재 내용을 확인해 주십시오.',
        en: 'The contract was changed in the meantime. Look at what is there now.',
      };
    case 'holds-another':
      return {
        ko: `같은 기간에 다른 공간(${outcome.space})을 쓰고 있습니다.`,
        en: `The holder has another space, ${outcome.space}, on some of these days.`,
      };
    case 'period-reversed':
      return { ko: '마지막 날이 첫날보다 빠릅니다.', en: 'The last day lies before the first.' };
    case 'over':
      return {
        ko: `협약이 ${on(outcome.to).ko}에 끝났습니다.`,
        en: `The contract ended on ${on(outcome.to).en}.`,
      };
    case 'begun':
      return {
        ko: `협약이 ${on(outcome.from).ko}에 시작되었습니다. 취소 대신 협약을 일찍 끝내 주십시오.`,
        en: `The contract began on ${on(outcome.from).en}. End it early instead.`,
      };
    case 'before-begin':
      return {
        ko: `${on(outcome.from).ko} 이후의 날짜를 적어 주십시오. 그전에는 이 입주자의 공간이 아니었습니다.`,
        en: `Enter a later day: the holder has had the space since ${on(outcome.from).en}.`,
      };
    case 'after-end':
      return {
        ko: `협약이 ${on(outcome.to).ko}까지입니다. 그 안의 날짜를 적어 주십시오.`,
        en: `The contract runs until ${on(outcome.to).en}. Enter a day before its end.`,
      };
    case 'in-future':
      return {
        ko: `아직 오지 않은 날짜입니다. 오늘(${on(outcome.today).ko})까지의 날짜를 적어 주십시오.`,
        en: `This day is to come. Enter today, ${on(outcome.today).en}, or an earlier day.`,
      };
    case 'in-past':
      return {
        ko: `이미 지난 날짜입니다. 오늘(${on(outcome.today).ko}) 이후의 날짜를 적어 주십시오.`,
        en: `This day is over. Enter today, ${on(outcome.today).en}, or a later day.`,
      };
    case 'returned-already':
      return {
        ko: `이미 ${on(outcome.returnedOn).ko}에 반납한 것으로 확인되었습니다.`,
        en: `The return is confirmed already, for ${on(outcome.returnedOn).en}.`,
      };
    case 'not-there':
      return {
        ko: '앞 입주자가 아직 반납하지 않아, 이 입주자는 공간을 쓰고 있지 않습니다.',
        en: 'The holder is not in the space yet: the holder before has not returned it.',
      };
    case 'moved-away':
      return {
        ko: `${outcome.to} 공간으로 옮겼습니다. 그 공간에서 처리해 주십시오.`,
        en: `The contract has moved to ${outcome.to}. Decide about it there.`,
      };
    case 'moved-here':
      return {
        ko: `${outcome.from} 공간에서 옮겨 올 예정입니다. 먼저 ${outcome.from} 공간으로 다시 옮겨 주십시오.`,
        en: `A move from ${outcome.from} is planned. Move the holder back to ${outcome.from} first.`,
      };
    case 'same-space':
      return { ko: '다른 공간을 선택해 주십시오.', en: 'Choose another space.' };
  }
}
