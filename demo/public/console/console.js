// Makes the console smooth: sends its forms without loading the page anew, and shows what has changed meanwhile.

const NO_ANSWER = 'The demo shop does not answer. Is it still running?';
const CONTROLS = 'a, button, input, select, summary, [tabindex]';

/** Many events, of which one look at the loop is enough, come within so many milliseconds. */
const PAUSE = 200;

const notice = document.querySelector('#notice');
const main = document.querySelector('main');

/** One request after the other, so that an older answer never replaces a newer one. */
let requests = Promise.resolve();

/** What the server last said of a part, which a merchant's typing and opening must not be compared with. */
const printed = new WeakMap();
for (const part of document.querySelectorAll('[data-part]')) {
  printed.set(part, part.cloneNode(true));
}

/** Where the focus is, told so that it can be found again in a part that was replaced. */
function rememberFocus(part) {
  const { activeElement } = document;
  if (!part.contains(activeElement)) return () => {};
  const { id } = activeElement;
  const place = [...part.querySelectorAll(CONTROLS)].indexOf(activeElement);
  return (replacement) => {
    const controls = [...replacement.querySelectorAll(CONTROLS)];
    const same = (id && document.getElementById(id)) || controls[place];
    const target = same && !same.disabled ? same : replacement;
    if (target === replacement) replacement.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
}

/** Folded and unfolded as the merchant left it. A part that the server unfolds, because it has news in it, is unfolded. */
function keepFolds(part, replacement) {
  for (const { id, open } of part.querySelectorAll('details[id]')) {
    const details = replacement.querySelector(`#${id}`);
    if (details && open) details.open = true;
  }
}

/** What was typed and not sent stays, unless the server now prints another value. */
function keepValues(part, replacement, sent) {
  const before = printed.get(part);
  for (const control of part.querySelectorAll('input[id]:not([type=file])')) {
    if (control.form === sent) continue;
    const next = replacement.querySelector(`#${control.id}`);
    const old = before?.querySelector(`#${control.id}`);
    if (next && old?.getAttribute('value') === next.getAttribute('value')) {
      next.value = control.value;
    }
  }
}

/** How far lists were scrolled. A list scrolls only once it is on the page. */
function rememberScroll(part) {
  const lists = [...part.querySelectorAll('[id]')].filter(({ scrollTop }) => scrollTop > 0);
  const heights = lists.map(({ id, scrollTop }) => [id, scrollTop]);
  return () => {
    for (const [id, height] of heights) document.getElementById(id)?.scrollTo(0, height);
  };
}

function replacePart(part, next, sent) {
  const known = printed.get(part);
  if (known?.isEqualNode(next)) return;
  const replacement = document.adoptNode(next);
  printed.set(replacement, replacement.cloneNode(true));
  const returnFocus = rememberFocus(part);
  const scrollBack = rememberScroll(part);
  keepFolds(part, replacement);
  keepValues(part, replacement, sent);
  part.replaceWith(replacement);
  scrollBack();
  returnFocus(replacement);
}

/** What was said of the last action belongs into a page that knows nothing of it, too. */
function keepSaid(next) {
  for (const said of next.querySelectorAll('[data-said]')) {
    const shown = document.getElementById(said.id);
    if (shown) said.replaceWith(shown.cloneNode(true));
  }
}

function show(text, { isQuiet, sent }) {
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (isQuiet) keepSaid(next);
  for (const part of next.querySelectorAll('[data-part]')) {
    const shown = document.getElementById(part.id);
    if (shown) replacePart(shown, part, sent);
  }
  const said = next.querySelector('#notice');
  if (!said || said.textContent === notice.textContent) return;
  notice.className = said.className;
  notice.textContent = said.textContent;
}

async function ask(address, request, how) {
  main.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, request);
    show(await response.text(), how);
  } catch {
    notice.className = 'is-refusal';
    notice.textContent = NO_ANSWER;
  }
  main.removeAttribute('aria-busy');
}

function queue(...request) {
  requests = requests.then(() => ask(...request));
  return requests;
}

/** Shows the console as it is now. What was said of the last action stays. */
function refresh() {
  return queue(location.href, { headers: { accept: 'text/html' } }, { isQuiet: true });
}

function send(form, submitter) {
  const body = new FormData(form, submitter);
  const hasFile = form.enctype === 'multipart/form-data';
  // A control of the form is named "action" as well, and would be what `form.action` gives.
  const address = form.getAttribute('action');
  const request = {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: hasFile ? body : new URLSearchParams(body),
  };
  return queue(address, request, { sent: form });
}

document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  event.preventDefault();
  send(event.target, event.submitter);
});

// With the next press the notice has been read. On a phone it would lie over the very buttons that are looked for next.
document.addEventListener('click', () => {
  notice.textContent = '';
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-show]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  refresh();
});

addEventListener('popstate', refresh);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') refresh();
});

let pause;
new EventSource('/loop/stream').addEventListener('change', () => {
  clearTimeout(pause);
  pause = setTimeout(refresh, PAUSE);
});
