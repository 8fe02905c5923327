// Drags a card to another stage by mouse, pen or a long press of a finger. What is dropped posts the card's own form, which
// works without script and by keyboard.
const START = 6; // pixels before a press becomes a drag, so that a click stays a click
const PRESS = 300; // milliseconds a finger rests before the card follows it, so that the board still scrolls

let drag = null;

document.addEventListener('pointerdown', (event) => {
  const card = event.target.closest('[data-board="movable"] [data-card]');
  if (!card || event.button !== 0 || event.target.closest('button, summary, select, input, .ui-menu')) return;
  drag = { card, x: event.clientX, y: event.clientY, id: event.pointerId, ghost: null };
  if (event.pointerType === 'touch') drag.timer = setTimeout(() => begin(event), PRESS);
});

document.addEventListener('pointermove', (event) => {
  if (!drag || event.pointerId !== drag.id) return;
  const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > START;
  if (!drag.ghost && far) {
    if (event.pointerType === 'touch') return end(); // the finger scrolls
    begin(event);
  }
  if (drag?.ghost) follow(event);
});

document.addEventListener('touchmove', (event) => drag?.ghost && event.preventDefault(), { passive: false });
document.addEventListener('pointerup', (event) => {
  if (!drag || event.pointerId !== drag.id) return;
  const { card, ghost, over } = drag;
  end();
  if (!ghost) return;
  // A click, for a submit by script would not say by which button; and before the click that ends the drag is swallowed.
  if (over) card.querySelector(`[data-move] button[value="${over.dataset.stage}"]`)?.click();
  const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
  window.addEventListener('click', swallow, { capture: true, once: true }); // the end of a drag is no click on the card's link
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
});
document.addEventListener('pointercancel', () => end());
document.addEventListener('keydown', (event) => event.key === 'Escape' && end());
document.addEventListener('dragstart', (event) => event.target.closest('[data-card]') && event.preventDefault());

// A card that was moved is drawn anew in its place: the keyboard stays with it.
let moved = null;
document.addEventListener('htmx:beforeRequest', (event) => {
  const card = event.target.closest('[data-move]')?.closest('[data-card]');
  moved = card?.contains(document.activeElement) ? card.id : null;
});
document.addEventListener('htmx:afterRequest', () => {
  const id = moved;
  moved = null;
  if (id) setTimeout(() => document.getElementById(id)?.querySelector('summary')?.focus());
});

function begin(event) {
  if (!drag) return;
  const box = drag.card.getBoundingClientRect();
  drag.ghost = drag.card.cloneNode(true);
  drag.ghost.removeAttribute('id');
  drag.ghost.classList.add('crm-card-ghost');
  drag.ghost.style.left = '0'; // the pointer is measured from there in every language
  drag.ghost.style.inlineSize = `${box.width}px`;
  drag.offset = { x: drag.x - box.left, y: drag.y - box.top };
  drag.card.classList.add('crm-card-away');
  document.body.append(drag.ghost);
  follow(event);
}

function follow(event) {
  drag.ghost.style.transform = `translate(${event.clientX - drag.offset.x}px, ${event.clientY - drag.offset.y}px)`;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-stage]');
  if (over !== drag.over) {
    drag.over?.classList.remove('crm-column-over');
    over?.classList.add('crm-column-over');
    drag.over = over;
  }
  const board = drag.card.closest('[data-board]').getBoundingClientRect();
  const step = event.clientX > board.right - 40 ? 12 : event.clientX < board.left + 40 ? -12 : 0;
  if (step) drag.card.closest('[data-board]').scrollBy(step, 0);
}

function end() {
  if (!drag) return;
  clearTimeout(drag.timer);
  drag.ghost?.remove();
  drag.card.classList.remove('crm-card-away');
  drag.over?.classList.remove('crm-column-over');
  drag = null;
}
