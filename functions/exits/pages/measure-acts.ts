import { measureIn } from '../../residencies/measure.ts';
import type { Text } from '../../shared/i18n.ts';
import { check, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { askForEnd } from '../ask-for-end.ts';
import { giveNotice, noticeOn } from '../give-notice.ts';
import { warnStartup, withdrawWarning } from '../take-measure.ts';
import { noticeForm, reasonForm } from './exit-forms.ts';
import { exitPaths as paths } from './exit-paths.ts';
import { notEndedText, exitWords as words } from './exit-words.ts';
import type { AtDesk, MeasuresReach } from './measures-access.ts';

/** Why a decision was not taken: beside a field of its form, or above it. */
type NotTaken = { readonly field?: string; readonly text: Text };

/** One decision: its form, what is asked before it is taken, and how it is. */
export interface Act {
  readonly form: FormPage;
  readonly path: string;
  readonly lead: Text;
  readonly sure: Text;
  readonly sureLead: Text;
  readonly yes: Text;
  /** What is wrong with it beside its fields, before it is confirmed. */
  readonly wrong?: (typed: Typed) => Promise<NotTaken | undefined>;
  readonly take: (typed: Typed, shown: number) => Promise<NotTaken | undefined>;
}

const wordsIn = (form: FormPage<ReturnType<typeof reasonForm>['fields']>, typed: Typed): string => {
  const checked = check(form, typed, 'ko');
  return checked.ok ? checked.values.reason : '';
};

/** A warning: kept with its reason, and emailed. */
export function warning(deps: MeasuresReach, { desk, residency, request: { now } }: AtDesk): Act {
  const form = reasonForm('warning', words.warn);
  return {
    form,
    path: paths.warn(residency.id),
    lead: words.warnSureLead,
    sure: words.warnSure,
    sureLead: words.warnSureLead,
    yes: words.warnYes,
    take: async (typed, shown) => {
      const given = { residency: residency.id, by: desk.person.id, reason: wordsIn(form, typed), shown };
      const outcome = await warnStartup(deps, given, now);
      return outcome === 'warned' ? undefined : { text: notEndedText({ kind: outcome }) };
    },
  };
}

/** Notice to a startup, with its last day. */
export function noticing(deps: MeasuresReach, { desk, residency, request: { now } }: AtDesk): Act {
  const values = (typed: Typed) => {
    const checked = check(noticeForm, typed, 'ko');
    return checked.ok ? checked.values : undefined;
  };
  return {
    form: noticeForm,
    path: paths.notice(residency.id),
    lead: words.noticeSureLead,
    sure: words.noticeSure,
    sureLead: words.noticeSureLead,
    yes: words.noticeYes,
    wrong: async (typed) => {
      const lastDay = values(typed)?.day;
      if (residency.state !== 'RESIDENT') return { text: words.notResident };
      if (lastDay === undefined) return undefined;
      const early = await noticeOn(deps, residency, { by: 'management', lastDay }, now);
      return early.kind === 'ends' ? undefined : { field: 'day', text: notEndedText(early) };
    },
    take: async (typed, shown) => {
      const given = values(typed);
      if (!given) return { text: words.reasonMissing };
      const outcome = await giveNotice(
        deps,
        {
          residency: residency.id,
          by: 'management',
          person: desk.person.id,
          lastDay: given.day,
          reason: given.reason,
          shown,
        },
        now,
      );
      if (outcome.kind === 'ended') return undefined;
      const isAboutDay = !['changed', 'not-resident', 'space'].includes(outcome.kind);
      return { ...(isAboutDay && { field: 'day' }), text: notEndedText(outcome) };
    },
  };
}

/** The director is asked to end a contract straight away. */
export function ending(deps: MeasuresReach, { desk, residency, request: { now } }: AtDesk): Act {
  const form = reasonForm('end', words.end);
  return {
    form,
    path: paths.end(residency.id),
    lead: words.endLead,
    sure: words.endSure,
    sureLead: words.endLead,
    yes: words.endYes,
    take: async (typed, shown) => {
      const given = { residency: residency.id, by: desk.person.id, reason: wordsIn(form, typed), shown };
      const outcome = await askForEnd(deps, given, now);
      return outcome.kind === 'asked' ? undefined : { text: notEndedText(outcome) };
    },
  };
}

/** A warning is withdrawn; nothing, if there is none of that id. */
export function withdrawing(
  deps: MeasuresReach,
  { desk, residency, request: { now, params } }: AtDesk,
): Act | undefined {
  const measure = measureIn(residency, params.measure ?? '');
  if (measure?.kind !== 'warning') return undefined;
  const form = reasonForm('withdrawal', words.withdraw);
  return {
    form,
    path: paths.withdraw(residency.id, measure.id),
    lead: words.withdrawSureLead,
    sure: words.withdrawSure,
    sureLead: words.withdrawSureLead,
    yes: words.withdrawYes,
    take: async (typed) => {
      const given = { residency: residency.id, by: desk.person.id, reason: wordsIn(form, typed), measure: measure.id };
      const outcome = await withdrawWarning(deps, given, now);
      return outcome === 'no-warning' ? { text: words.noWarning } : undefined;
    },
  };
}
