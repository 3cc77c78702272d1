import { counted } from './count.ts';
import { announce } from './elements.ts';
import type { Lang } from './words.ts';

/** How long somebody pauses before they are told. */
const pause = 1000;

/** Below each long text what is left of it. */
export function countLongTexts(lang: Lang): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-most]')) {
    const limits = { least: Number(area.dataset.least ?? 0), most: Number(area.dataset.most) };
    const shown = document.getElementById(`${area.id}-count`);
    const live = shown?.querySelector('span');
    if (!shown || !live) continue;
    let timer = 0;
    const show = () => {
      const { text, isOver, isNear } = counted(area.value, limits, lang);
      live.textContent = text && ` · ${text}`;
      shown.classList.toggle('over', isOver);
      clearTimeout(timer);
      if (isNear) timer = window.setTimeout(() => announce(text), pause);
    };
    area.addEventListener('input', show);
    show();
    clearTimeout(timer);
  }
}
