const area = () => document.getElementById('ui-toasts');

export function toast(message, tone = 'good') {
  const box = document.createElement('div');
  box.className = `ui-toast ui-toast-${tone}`;
  box.append(Object.assign(document.createElement('span'), { textContent: message }));
  area()?.append(box);
  arm(box);
}

/** A good word goes by itself; a bad one waits to be read. */
function arm(box) {
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: '×' });
  close.setAttribute('aria-label', area().dataset.close);
  close.addEventListener('click', () => box.remove());
  box.append(close);
  if (!box.classList.contains('ui-toast-bad')) setTimeout(() => box.remove(), 6000);
}

const armAll = () => document.querySelectorAll('.ui-toast:not(:has(button))').forEach(arm);
armAll();
document.addEventListener('htmx:afterSettle', armAll);
document.addEventListener('ui-toast', ({ detail }) => toast(detail.message, detail.tone));
document.addEventListener('htmx:responseError', () => toast(area().dataset.failed, 'bad'));
document.addEventListener('htmx:sendError', () => toast(area().dataset.offline, 'bad'));
