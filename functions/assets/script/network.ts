import { made } from './elements.ts';
import { type Lang, words } from './words.ts';

let box: HTMLElement | undefined;
/** Browsers may be wrong about having no network: then the next press goes through. */
let isReached = false;

function tell(text: string): void {
  if (!box) {
    box = made('p', { class: 'network', role: 'alert' });
    document.body.append(box);
  }
  box.textContent = text;
}

/** Whether a form may be sent now; if not, it says so, and when it may again. */
export function mayBeSent(lang: Lang): boolean {
  if (navigator.onLine || isReached) return true;
  tell(words.offline[lang]);
  const connected = () => {
    isReached = true;
    tell(words.online[lang]);
  };
  window.addEventListener('online', connected, { once: true });
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const probe = new Image();
  probe.addEventListener('load', connected);
  probe.src = `${icon?.href ?? ''}?${Date.now()}`;
  return false;
}

/** From now on browsers are believed again. */
export const watchNetwork = (): void =>
  window.addEventListener('offline', () => {
    isReached = false;
  });
