// The right side of the front page: the requests that the sandbox receives, and how it answers them.

const list = document.querySelector('.requests');
const template = document.querySelector('#request-template');
const state = document.querySelector('.panel-state');
const mode = document.querySelector('#mode');
const times = document.querySelector('#times');
const emptyText = state.textContent;

/** The element of each request, by its number. */
const shown = new Map();

function describeStatus({ status, note }) {
  if (status !== null) return `HTTP ${status}`;
  return note === 'not answered yet' ? 'waiting …' : 'none';
}

function flatten(value, path) {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, path ? `${path}.${key}` : key),
  );
}

/** JSON as rows: the path of each value, and the value. None where it is no JSON. */
function flattenJson(text) {
  try {
    return flatten(JSON.parse(text), '');
  } catch {
    return [];
  }
}

/** The names of fields in a form, or the paths of values in JSON. */
function listRows({ fields, body, contentType }) {
  return contentType.includes('json') ? flattenJson(body) : fields;
}

/** A path can break into lines after each dot. */
function breakable(name) {
  return name
    .split(/(?<=\.)/)
    .flatMap((part, place) => (place === 0 ? [part] : [document.createElement('wbr'), part]));
}

function fillTable(table, fields) {
  const rows = fields.map(([name, value]) => {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    const cell = document.createElement('td');
    head.scope = 'row';
    head.append(...breakable(name));
    cell.textContent = value;
    row.append(head, cell);
    return row;
  });
  table.tBodies[0].replaceChildren(...rows);
  table.hidden = rows.length === 0;
}

function createItem(request) {
  const item = template.content.firstElementChild.cloneNode(true);
  shown.set(request.id, item);
  list.prepend(item);
  return item;
}

function showRequest(request) {
  const item = shown.get(request.id) ?? createItem(request);
  const write = (name, text) => {
    item.querySelector(`.request-${name}`).textContent = text;
  };
  write('method', request.method);
  write('url', request.url);
  write('note', request.note);
  write('body', request.body || '(empty)');
  write('status', describeStatus(request));
  write('answer', request.answer === null ? '' : request.answer || '(empty)');
  write('time', new Date(request.receivedAt).toLocaleTimeString());
  item.querySelector('.request-answer').hidden = request.answer === null;
  item.classList.toggle('is-recorded', /event created|consent recorded/.test(request.note));
  item.classList.toggle('is-json', request.contentType.includes('json'));
  fillTable(item.querySelector('table'), listRows(request));
  state.textContent =
    shown.size === 1 ? '1 request, as it came in.' : `${shown.size} requests, the newest first.`;
}

function clear() {
  shown.clear();
  list.replaceChildren();
  state.textContent = emptyText;
  mode.value = 'normal';
  times.value = '';
}

function send(path, body) {
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    state.textContent = 'The demo shop does not answer. Is it still running?';
  });
}

const stream = new EventSource('/sandbox/stream');
stream.addEventListener('request', (event) => showRequest(JSON.parse(event.data).request));
stream.addEventListener('reset', clear);
stream.addEventListener('mode', (event) => {
  mode.value = JSON.parse(event.data).mode;
});
const setMode = () =>
  send('/sandbox/mode', { mode: mode.value, times: Number(times.value) || undefined });
mode.addEventListener('change', setMode);
times.addEventListener('change', setMode);
document.querySelector('#reset').addEventListener('click', () => send('/sandbox/reset', {}));
