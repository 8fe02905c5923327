import htmx from 'htmx.org';
import './js/menus.js';
import './js/toasts.js';
import './js/lookup.js';
import './js/lines.js';
import './js/calendar.js';
import './js/find.js';

// No inline style or script, so that the workspace runs under a strict content security policy.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  scrollIntoViewOnBoost: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: false,
  attributesToSettle: ['class', 'width', 'height'], // not style, which the policy lets nobody write as an attribute
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '409|422', swap: true }, // a refused form comes back with its message
    { code: '...', swap: false, error: true },
  ],
});

document.documentElement.classList.add('ui-js');

document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-print]')) window.print();
});

// A boosted answer in another language or direction brings its own: take over what the page's root says.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (!detail.boosted) return;
  const root = /<html([^>]*)>/i.exec(detail.serverResponse)?.[1] ?? '';
  for (const name of ['lang', 'dir', 'data-digits', 'data-week-start', 'data-weekend']) {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(root)?.[1];
    if (value) document.documentElement.setAttribute(name, value);
  }
  // Not found, forbidden and failed pages are pages too.
  if (detail.xhr.status >= 400 && /<body/i.test(detail.serverResponse)) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

// What could not be saved comes back as the same form, also when the workspace itself is at fault (503).
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (!detail.xhr.getResponseHeader('X-Form-Again')) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.boosted && detail.target === document.body) {
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
  const invalid = document.querySelector('.is-invalid');
  invalid?.focus({ preventScroll: false });
  if (!invalid && detail.xhr?.status >= 400) document.querySelector('.ui-alert[role=alert]')?.scrollIntoView({ block: 'center' });
});
