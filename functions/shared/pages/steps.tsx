import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../i18n.ts';
import { going } from './shown.ts';

const words = {
  step: { ko: '단계', en: 'Steps' },
  done: { ko: '작성 완료', en: 'complete' },
} as const satisfies Record<string, Text>;

export interface Step {
  /** To which its button leads. */
  readonly id: string;
  readonly label: Text;
  /** What was typed there is whole and right, whether or not it comes before. */
  readonly complete: boolean;
  /** May be gone to. */
  readonly open: boolean;
  readonly href: string;
}

export interface StepsProps {
  readonly steps: readonly Step[];
  /** From 0. */
  readonly now: number;
}

/** The pages of a form, the complete ones to be opened: by a button that saves first where a form would be left. */
export function Steps({ lang, steps, now, formId }: StepsProps & { readonly lang: Lang; readonly formId?: string }) {
  return (
    <nav class="steps" aria-label={words.step[lang]}>
      <p class="steps-now" aria-hidden="true">
        <strong>{now + 1}</strong> / {steps.length} <b>{steps[now]?.label[lang]}</b>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.id}
            class={index === now ? 'now' : step.complete ? 'done' : undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            <Opened step={step} isNow={index === now} formId={formId}>
              <span class="n" aria-hidden="true">
                {index + 1}
              </span>
              <span class="t">
                {step.label[lang]}
                {step.complete && <span class="sr"> ({words.done[lang]})</span>}
              </span>
            </Opened>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Opened(props: {
  readonly step: Step;
  readonly isNow: boolean;
  readonly formId: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { step, isNow, formId, children } = props;
  if (isNow || !step.open) return <span class="to">{children}</span>;
  return formId ? (
    <button type="submit" class="to" form={formId} formNoValidate {...going(step.id)}>
      {children}
    </button>
  ) : (
    <a class="to" href={step.href}>
      {children}
    </a>
  );
}
