// A month under each date field, in the reader's calendar. The field stays a text box that understands typing.
const day = 86400000;
const root = document.documentElement;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const latin = (text) => text.replace(/[۰-۹]/g, (c) => c.charCodeAt(0) - 0x6f0).replace(/[٠-٩]/g, (c) => c.charCodeAt(0) - 0x660);
const digits = (text) => (root.dataset.digits === 'persian' ? text.replace(/\d/g, (c) => '۰۱۲۳۴۵۶۷۸۹'[c]) : text);
const pad = (number, width = 2) => String(number).padStart(width, '0');

const formats = {};
function read(date, calendar) {
  const format = formats[calendar] ??= new Intl.DateTimeFormat(`en-u-nu-latn-ca-${calendar === 'jalali' ? 'persian' : 'gregory'}`, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  const of = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, parseInt(value, 10)]));
  return { year: of.year, month: of.month, day: of.day };
}

/** The day a text names, or null. Years below 1700 are Jalali. */
function parse(text) {
  const match = /^\s*(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})/.exec(latin(text));
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number);
  if (year >= 1700) return new Date(Date.UTC(year, month - 1, date));
  const guess = Date.UTC(year + 621, 2, 21) + ((month <= 6 ? (month - 1) * 31 : (month - 1) * 30 + 6) + date - 1) * day;
  return [0, -1, 1].map((shift) => new Date(guess + shift * day)).find((d) => {
    const is = read(d, 'jalali');
    return is.month === month && is.day === date;
  }) ?? null;
}

const write = (date, calendar) => {
  const is = read(date, calendar);
  return digits([pad(is.year, 4), pad(is.month), pad(is.day)].join(calendar === 'jalali' ? '/' : '-'));
};

const today = () => { const now = new Date(); return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())); };
const firstOf = (date, calendar) => new Date(+date - (read(date, calendar).day - 1) * day);

function draw(input, month) {
  const calendar = input.dataset.date;
  const language = root.lang || 'fa';
  const locale = `${language}-u-ca-${calendar === 'jalali' ? 'persian' : 'gregory'}-nu-${root.dataset.digits === 'persian' ? 'arabext' : 'latn'}`;
  const field = input.closest('.ui-field') ?? input.parentElement;
  let box = field.querySelector('.ui-calendar');
  if (!box) {
    box = document.createElement('div');
    box.className = 'ui-calendar';
    field.append(box);
  }
  const first = firstOf(month, calendar);
  const start = weekdays.indexOf(root.dataset.weekStart || 'Monday');
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(first) + ' ' + digits(String(read(first, calendar).year));
  const button = (label, act, css = '') => {
    const element = Object.assign(document.createElement('button'), { type: 'button', textContent: label, className: css, tabIndex: -1 });
    element.addEventListener('mousedown', (event) => { event.preventDefault(); act(); });
    return element;
  };
  const back = button(root.dir === 'rtl' ? '›' : '‹', () => draw(input, new Date(+first - day)), 'btn btn-sm btn-icon');
  const next = button(root.dir === 'rtl' ? '‹' : '›', () => draw(input, new Date(+first + 32 * day)), 'btn btn-sm btn-icon');
  const head = document.createElement('div');
  head.className = 'ui-calendar-head';
  head.append(back, name, next);
  const grid = document.createElement('div');
  grid.className = 'ui-calendar-grid';
  const narrow = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: language === 'fa' ? 'narrow' : 'short' });
  for (let i = 0; i < 7; i++) {
    grid.append(Object.assign(document.createElement('span'), { textContent: narrow.format(new Date(Date.UTC(2023, 0, 1 + start + i))).slice(0, 2) }));
  }
  for (let i = (first.getUTCDay() - start + 7) % 7; i > 0; i--) grid.append(document.createElement('span'));
  const chosen = parse(input.value);
  for (let date = first; read(date, calendar).month === read(first, calendar).month; date = new Date(+date + day)) {
    const current = date;
    const css = [weekdays[date.getUTCDay()] === root.dataset.weekend ? 'ui-off' : '', +date === +today() ? 'ui-today' : ''].join(' ').trim();
    const cell = button(digits(String(read(date, calendar).day)), () => {
      const time = input.dataset.dateTime === undefined ? '' : ' ' + (/\d{1,2}:\d{2}/.exec(latin(input.value))?.[0] ?? '09:00');
      input.value = write(current, calendar) + digits(time);
      input.dispatchEvent(new Event('change', { bubbles: true }));
      close();
    }, css);
    if (chosen && +chosen === +date) cell.setAttribute('aria-pressed', 'true');
    grid.append(cell);
  }
  box.replaceChildren(head, grid);
  box.hidden = false;
}

const close = () => document.querySelectorAll('.ui-calendar').forEach((box) => box.remove());

document.addEventListener('focusin', ({ target }) => {
  if (target.matches('[data-date]')) draw(target, parse(target.value) ?? today());
});
document.addEventListener('input', ({ target }) => {
  if (!target.matches?.('[data-date]')) return;
  const typed = parse(target.value);
  if (typed) draw(target, typed);
});
document.addEventListener('focusout', ({ target }) => { if (target.matches('[data-date]')) close(); });
document.addEventListener('keydown', ({ key, target }) => { if (key === 'Escape' && target.matches?.('[data-date]')) close(); });
