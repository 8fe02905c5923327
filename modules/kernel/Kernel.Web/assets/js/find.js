// Narrows rows while one types, so that what was changed in them and not yet saved stays. Without script the field's form asks the server.
const fold = (text) => text.toLowerCase().replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/[آأإ]/g, 'ا').replace(/\u200c/g, '');

document.addEventListener('input', ({ target }) => {
  if (!target.matches?.('[data-find]')) return;
  const words = fold(target.value).trim();
  const rows = [...document.querySelectorAll(target.dataset.find)];
  for (const row of rows) row.hidden = !fold(row.dataset.text).includes(words);
  for (const group of new Set(rows.map((row) => row.closest('details')))) {
    if (group) group.hidden = !group.querySelector('[data-text]:not([hidden])');
  }
});
