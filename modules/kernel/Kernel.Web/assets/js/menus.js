// Menus are <details>: they open without script; script closes them and moves through them.
const open = () => document.querySelectorAll('details.ui-menu[open]');

document.addEventListener('click', ({ target }) => {
  for (const menu of open()) {
    if (!menu.contains(target) || target.closest('.ui-menu-list a')) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key === 'Escape') {
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
    if (target.closest('.ui-omni')) target.blur();
  } else if (key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    document.querySelector('.ui-omni > input')?.focus();
  } else if (key === 'ArrowDown' || key === 'ArrowUp') {
    const list = target.closest('details.ui-menu[open], .ui-omni');
    const items = list ? [...list.querySelectorAll('.ui-menu-list :is(a, button), .ui-omni-hits a')] : [];
    if (items.length) {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      items.at((items.indexOf(document.activeElement) + step + (step < 0 && !items.includes(document.activeElement) ? 1 : 0)) % items.length).focus();
    }
  }
});
