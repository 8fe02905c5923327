// ui-lookup: a text box that asks the server for choices and keeps the chosen one's id in the hidden field beside it.
const parts = (input) => {
  const field = input.closest('.ui-lookup');
  return { field, hidden: field.querySelector('input[type=hidden]'), list: field.querySelector('.ui-lookup-list') };
};

const show = (input, on) => {
  parts(input).list.hidden = !on;
  input.setAttribute('aria-expanded', on);
};

let timer, asked;
async function ask(input) {
  const { list } = parts(input);
  const url = new URL(input.dataset.lookup, location.href);
  url.searchParams.set('term', input.value.trim());
  for (const name of (input.dataset.with ?? '').split(' ').filter(Boolean)) url.searchParams.set(name.split('.').pop(), input.form.elements[name]?.value ?? '');
  asked?.abort();
  asked = new AbortController();
  try {
    const response = await fetch(url, { headers: { 'HX-Request': 'true' }, signal: asked.signal });
    if (!response.ok) return;
    list.innerHTML = await response.text();
    show(input, true);
    mark(list, 0);
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

const items = (list) => [...list.querySelectorAll('.ui-lookup-item')];
function mark(list, at) {
  const all = items(list);
  all.forEach((item, index) => item.classList.toggle('active', index === at));
  all[at]?.scrollIntoView({ block: 'nearest' });
}

function choose(input, item) {
  const { hidden } = parts(input);
  hidden.value = item.dataset.value;
  input.value = item.dataset.text;
  input.classList.remove('is-invalid');
  show(input, false);
  const scope = input.closest('[data-line]') ?? input.form;
  for (const [name, value] of Object.entries(JSON.parse(item.dataset.fill || '{}'))) {
    for (const other of scope.querySelectorAll(`[name$=".${name}"], [name="${name}"]`)) {
      other.value = value;
      other.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  hidden.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('input', ({ target }) => {
  if (!target.matches?.('[data-lookup]')) return;
  const { hidden, list } = parts(target);
  hidden.value = '';
  asked?.abort();
  list.replaceChildren(); // what stands there, or is on its way, answers another text: Enter must not choose it
  show(target, true);
  clearTimeout(timer);
  timer = setTimeout(ask, 180, target);
});
document.addEventListener('focusin', ({ target }) => {
  if (target.matches('[data-lookup]') && !parts(target).hidden.value) ask(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (target.matches('[data-lookup]')) setTimeout(() => document.activeElement !== target && show(target, false), 150);
});
document.addEventListener('mousedown', (event) => {
  const item = event.target.closest('.ui-lookup-item');
  if (!item) return;
  event.preventDefault();
  choose(item.closest('.ui-lookup').querySelector('[data-lookup]'), item);
});
document.addEventListener('keydown', (event) => {
  const input = event.target;
  if (!input.matches?.('[data-lookup]')) return;
  const { list } = parts(input);
  const all = items(list);
  const at = all.findIndex((item) => item.classList.contains('active'));
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (list.hidden) ask(input);
    else mark(list, (at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length);
  } else if (event.key === 'Enter' && !list.hidden) {
    event.preventDefault();
    if (all[at]) choose(input, all[at]);
  } else if (event.key === 'Escape') {
    show(input, false);
  }
});
