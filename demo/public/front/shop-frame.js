import { pageOptions } from './page-options.js';

const links = [...document.querySelectorAll('.page-link')];
const controls = document.querySelector('.controls');
const ownTab = document.querySelector('.expectation a');
const list = document.querySelector('.pages details');
const expectation = document.querySelector('.expectation p');
const frame = document.querySelector('iframe');
const box = document.querySelector('.frame-box');

/** Narrow enough for the columns to stand below one another; the stylesheet has the same number. */
const isNarrow = matchMedia('(max-width: 900px)');

/** Luma has two columns from 768 pixels on. A desktop frame never is narrower than this. */
const DESKTOP_WIDTH = 860;
const PHONE_WIDTH = 390;

/** Shorter than in a real shop, where Magento's components take more than two seconds. */
const DELAY = '600';

let current = links[0];

function address() {
  const url = new URL(current.href);
  const settings = new FormData(controls);
  for (const name of ['way', 'magento', 'stock', 'data', 'graphql', 'customer']) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, settings.get(name));
  }
  const options = pageOptions(settings, JSON.parse(url.searchParams.get('options') ?? '{}'));
  if (Object.keys(options).length > 0) url.searchParams.set('options', JSON.stringify(options));
  url.searchParams.set('delay', DELAY);
  return url;
}

/** What of the page to expect in the shop that the controls describe. */
function explain({ dataset }) {
  const { stock, data, graphql, magento } = controls.elements;
  const hasData = data.value === 'tag';
  if (stock.value === 'hidden') return hasData ? dataset.module : dataset.hidden;
  const isAnswered = hasData || ['ok', 'slow'].includes(graphql.value);
  if (!isAnswered && dataset.unanswered) return dataset.unanswered;
  return magento.value === '2.4.6' ? dataset.shown : dataset.older;
}

function showPage() {
  const url = address();
  for (const link of links) {
    link.querySelector('.page-link-text').textContent = explain(link);
    if (link === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = current.querySelector('.page-link-title').textContent;
  expectation.textContent = `${title}: ${explain(current)}`;
  ownTab.href = url.href;
  // Replaced rather than assigned, so that the browser's Back leaves the demo at once.
  frame.contentWindow.location.replace(url);
}

function fitFrame() {
  const width = box.clientWidth;
  const isPhone = controls.elements.viewport.value === 'phone';
  const wanted = isPhone ? Math.min(PHONE_WIDTH, width) : Math.max(DESKTOP_WIDTH, width);
  const scale = Math.min(1, width / wanted);
  box.classList.toggle('is-phone', isPhone);
  frame.style.width = `${wanted}px`;
  frame.style.height = `${box.clientHeight / scale}px`;
  frame.style.transform = `scale(${scale})`;
}

/** Starts the list of pages, the controls and the frame with the shop. */
export function startShopFrame() {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      current = link;
      showPage();
      if (!isNarrow.matches) return;
      list.open = false;
      controls.scrollIntoView();
    });
  }
  controls.addEventListener('change', (event) => {
    if (event.target.name !== 'viewport') showPage();
    fitFrame();
  });
  if (isNarrow.matches) {
    list.open = false;
    controls.elements.viewport.value = 'phone';
  }
  isNarrow.addEventListener('change', () => {
    list.open = !isNarrow.matches;
  });
  new ResizeObserver(fitFrame).observe(box);
  showPage();
}
