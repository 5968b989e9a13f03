const list = document.querySelector('.requests');
const template = document.querySelector('#request-template');
const state = document.querySelector('.panel-state');
const mode = document.querySelector('#mode');
const emptyText = state.textContent;

/** The element of each request, by its number. */
const shown = new Map();

function describeStatus({ status, note }) {
  if (status !== null) return `HTTP ${status}`;
  return note === 'not answered yet' ? 'waiting …' : 'none';
}

function fillTable(table, fields) {
  const rows = fields.map(([name, value]) => {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    const cell = document.createElement('td');
    head.scope = 'row';
    head.textContent = name;
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
  item.classList.toggle('is-event', request.note.endsWith('event created'));
  fillTable(item.querySelector('table'), request.fields);
  state.textContent =
    shown.size === 1 ? '1 request, as it came in.' : `${shown.size} requests, the newest first.`;
}

function clear() {
  shown.clear();
  list.replaceChildren();
  state.textContent = emptyText;
  mode.value = 'normal';
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

/** Shows what the sandbox receives as it happens, and lets it be told how to answer. */
export function startRequestsPanel() {
  const stream = new EventSource('/sandbox/stream');
  stream.addEventListener('request', (event) => showRequest(JSON.parse(event.data).request));
  stream.addEventListener('reset', clear);
  stream.addEventListener('mode', (event) => {
    mode.value = JSON.parse(event.data).mode;
  });
  mode.addEventListener('change', () => send('/sandbox/mode', { mode: mode.value }));
  document.querySelector('#reset').addEventListener('click', () => send('/sandbox/reset', {}));
}
