import { dropExpired, forgetAll, noStore, type Store } from './copies.ts';
import { countLongTexts } from './counters.ts';
import { mayBeSent, watchNetwork } from './network.ts';
import { type Arrival, answeredBy, type Sending } from './sending.ts';
import { lookAfter } from './typed.ts';
import { langOf } from './words.ts';

/*
 * The one script of all pages. Every page works without it; with it, people see how much they may still write, and what
 * they typed is not lost with the network, the tab or the session (docs/adr/0031).
 */

const lang = langOf(document.documentElement.lang);

/** Browsers may forbid it, or have none. */
function storeOf(kind: 'localStorage' | 'sessionStorage'): Store {
  try {
    return window[kind] ?? noStore;
  } catch {
    return noStore;
  }
}
const copies = storeOf('localStorage');
const session = storeOf('sessionStorage');
const sendingKey = 'sending';

function arrival(): Arrival {
  const { referrer } = document;
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming
    ? { type: entry.type, redirects: entry.redirectCount, referrer }
    : { type: '', redirects: 0, referrer };
}

const answered = answeredBy(session.getItem(sendingKey), arrival());
session.removeItem(sendingKey);
dropExpired(copies, Date.now());
/** Words that are not taken yet: this page asks whether they are meant, which of two to keep, or for something more. */
const carried = [...(answered?.keys ?? [])];
const dropCarried = () => {
  for (const key of carried.splice(0)) copies.removeItem(key);
};
if (answered?.isTaken) dropCarried();

watchNetwork();
countLongTexts(lang);
const watched = document.querySelector<HTMLFormElement>('form[data-copy]');
const typed = watched ? lookAfter(watched, copies, carried, lang) : undefined;
let isLeaving = false;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  typed?.keep();
  if (!mayBeSent(lang)) {
    event.preventDefault();
    return;
  }
  if (form.dataset.forget !== undefined) forgetAll(copies, Date.now());
  isLeaving = form === watched || !typed;
  const [from = ''] = location.href.split('#');
  const sending: Sending = { keys: form === watched && typed ? [...carried, typed.key] : carried, from };
  session.setItem(sendingKey, JSON.stringify(sending));
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  session.removeItem(sendingKey);
  if (link.dataset.drop !== undefined) dropCarried();
});

// What is typed while a form is on its way does not arrive with it.
watched?.addEventListener('input', () => {
  session.removeItem(sendingKey);
  isLeaving = false;
});

window.addEventListener('beforeunload', (event) => {
  if (isLeaving || !typed?.isUnsent()) return;
  typed.keep();
  event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && !isLeaving) typed?.keep();
});
window.addEventListener('pageshow', () => {
  isLeaving = false;
});
