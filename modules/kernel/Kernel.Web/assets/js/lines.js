// Lines of a document: add and remove rows; names stay numbered without gaps, as the server binds them.
const rows = (table) => [...table.querySelectorAll('[data-line]')];

function number(table) {
  const prefix = table.dataset.lines;
  const id = prefix.replace(/[^A-Za-z0-9]/g, '_');
  rows(table).forEach((row, index) => {
    for (const element of row.querySelectorAll('[name], [id], [for], [aria-controls], [aria-describedby]')) {
      for (const name of ['name', 'id', 'for', 'aria-controls', 'aria-describedby']) {
        const value = element.getAttribute(name);
        if (!value) continue;
        const renamed = value.startsWith(`${prefix}[`)
          ? value.replace(/\[\d+\]/, `[${index}]`)
          : value.startsWith(`${id}_`) ? value.replace(new RegExp(`^${id}_\\d+_`), `${id}_${index}_`) : value;
        if (renamed !== value) element.setAttribute(name, renamed);
      }
    }
  });
}

function clear(row) {
  const blank = JSON.parse(row.closest('[data-lines]')?.dataset.lineBlank || '{}');
  for (const field of row.querySelectorAll('input, select, textarea')) {
    if (field.type === 'hidden' && /\.(Currency|Unit)$/.test(field.name)) continue;
    if (field.type === 'checkbox') field.checked = field.defaultChecked;
    else if (field.tagName === 'SELECT') field.selectedIndex = 0;
    else field.value = blank[field.name.split('.').at(-1)] ?? '';
    field.classList.remove('is-invalid');
  }
  row.querySelectorAll('.ui-error').forEach((error) => error.remove());
  row.querySelectorAll('.ui-lookup-list, .ui-calendar').forEach((list) => { list.hidden = true; list.replaceChildren(); });
}

document.addEventListener('click', ({ target }) => {
  const add = target.closest('[data-line-add]');
  const remove = target.closest('[data-line-remove]');
  if (add) {
    const table = document.querySelector(`[data-lines="${add.dataset.lineAdd}"]`);
    const row = rows(table).at(-1).cloneNode(true);
    rows(table).at(-1).after(row);
    clear(row);
    number(table);
    row.querySelector('input:not([type=hidden]), select')?.focus();
  } else if (remove) {
    const row = remove.closest('[data-line]');
    const table = row.closest('[data-lines]');
    if (rows(table).length > 1) row.remove();
    else clear(row);
    number(table);
    table.dispatchEvent(new Event('change', { bubbles: true }));
  }
});
