// Drags a card to another stage by mouse, pen or a long press of a finger: pointer events for all three. What is dropped posts the
// card's own form, which works without script and by keyboard.
const START = 6; // pixels before a press becomes a drag, so that a click stays a click
const PRESS = 300; // milliseconds a finger rests before the card follows it, so that the board still scrolls
const EDGE = 48; // pixels from an edge within which the board scrolls along
const FASTEST = 10; // pixels a frame, at the very edge

let drag = null;

document.addEventListener('pointerdown', (event) => {
  const card = event.target.closest('[data-board="movable"] [data-card]');
  if (drag || !card || !event.isPrimary || event.button !== 0 || event.target.closest('button, summary, select, input, .ui-menu')) return;
  drag = { card, start: at(event), at: at(event), id: event.pointerId, isTouch: event.pointerType === 'touch', ghost: null };
  if (drag.isTouch) drag.timer = setTimeout(begin, PRESS);
});

document.addEventListener('pointermove', (event) => {
  if (event.pointerId !== drag?.id) return;
  drag.at = at(event);
  if (!drag.ghost && isAway()) {
    if (drag.isTouch) return end(); // the finger scrolls
    begin();
  }
  if (drag.ghost) follow();
});

document.addEventListener('pointerup', (event) => {
  if (event.pointerId !== drag?.id) return;
  const { card, ghost, over, isTouch } = drag;
  end();
  if (!ghost) return;
  // A click, for a submit by script would not say by which button; and before the click that ends the drag is swallowed.
  card.querySelector(`[data-move] button[value="${over?.dataset.stage}"]`)?.click();
  const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
  window.addEventListener('click', swallow, { capture: true, once: true }); // the end of a drag is no click on the card's link
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), isTouch ? PRESS : 0); // a finger's click comes late
});

document.addEventListener('pointercancel', (event) => event.pointerId === drag?.id && end());
document.addEventListener('keydown', (event) => event.key === 'Escape' && end());
document.addEventListener('dragstart', (event) => event.target.closest('[data-card]') && event.preventDefault());
// A finger that rests on a link would open its menu, and the browser would take the finger away from the card.
document.addEventListener('contextmenu', (event) => drag?.isTouch && event.preventDefault());

// The finger carries the card and does not scroll. On boards only: elsewhere scrolling need not wait for an answer.
document.addEventListener('htmx:load', ({ detail }) => {
  for (const board of detail.elt.querySelectorAll('[data-board]')) {
    board.addEventListener('touchmove', (event) => drag?.ghost && event.cancelable && event.preventDefault(), { passive: false });
  }
});

// A card that was moved is drawn anew in its place: the keyboard stays with it. A refused move draws the whole board: it stays where it was.
let moved = null;
document.addEventListener('htmx:beforeRequest', (event) => {
  const card = event.target.closest('[data-move]')?.closest('[data-card]');
  moved = card && { id: card.id, hasFocus: card.contains(document.activeElement), left: card.closest('[data-board]').scrollLeft };
});
document.addEventListener('htmx:afterRequest', () => {
  const last = moved;
  moved = null;
  if (!last) return;
  setTimeout(() => {
    const card = document.getElementById(last.id);
    const board = card?.closest('[data-board]');
    if (board && !board.scrollLeft) board.scrollLeft = last.left;
    if (last.hasFocus) card?.querySelector('summary')?.focus();
  });
});

function at(event) {
  return { x: event.clientX, y: event.clientY };
}

function isAway() {
  return Math.hypot(drag.at.x - drag.start.x, drag.at.y - drag.start.y) > START;
}

function begin() {
  if (!drag) return;
  const box = drag.card.getBoundingClientRect();
  drag.ghost = drag.card.cloneNode(true);
  drag.ghost.removeAttribute('id');
  drag.ghost.classList.add('crm-card-ghost');
  drag.ghost.style.left = '0'; // the pointer is measured from there in every language
  drag.ghost.style.inlineSize = `${box.width}px`;
  drag.offset = { x: drag.start.x - box.left, y: drag.start.y - box.top };
  drag.card.classList.add('crm-card-away');
  document.body.append(drag.ghost);
  follow();
  scrollAlong();
}

function follow() {
  const { x, y } = drag.at;
  drag.ghost.style.transform = `translate(${x - drag.offset.x}px, ${y - drag.offset.y}px)`;
  const over = document.elementFromPoint(x, y)?.closest('[data-stage]');
  if (over === drag.over) return;
  drag.over?.classList.remove('crm-column-over');
  over?.classList.add('crm-column-over');
  drag.over = over;
}

// Each frame while a card is held, for a pointer that rests at an edge does not move.
function scrollAlong() {
  if (!drag?.ghost) return;
  const board = drag.card.closest('[data-board]');
  if (!board) return end(); // it was drawn anew meanwhile
  const box = board.getBoundingClientRect();
  drag.wasAway ||= isAway(); // a card that is picked up at an edge does not run off at once
  const across = drag.wasAway && pull(drag.at.x, Math.max(box.left, 0), Math.min(box.right, innerWidth));
  const down = drag.wasAway && pull(drag.at.y, 0, innerHeight);
  if (across) board.scrollBy({ left: across, behavior: 'instant' });
  if (down) window.scrollBy({ top: down, behavior: 'instant' });
  if (across || down) follow();
  drag.frame = requestAnimationFrame(scrollAlong);
}

// Pixels a frame: the nearer to an edge, the faster.
function pull(point, from, to) {
  const before = from + EDGE - point;
  const after = point - (to - EDGE);
  const depth = Math.min(Math.max(before, after, 0), EDGE);
  return (before > after ? -1 : 1) * Math.round((depth / EDGE) * FASTEST);
}

function end() {
  if (!drag) return;
  clearTimeout(drag.timer);
  cancelAnimationFrame(drag.frame);
  drag.ghost?.remove();
  drag.card.classList.remove('crm-card-away');
  drag.over?.classList.remove('crm-column-over');
  drag = null;
}
