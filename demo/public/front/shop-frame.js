// The left side of the front page: the list of pages, the controls, and the frame with the shop.

const links = [...document.querySelectorAll('.page-link')];
const controls = document.querySelector('.controls');
const ownTab = document.querySelector('.expectation a');
const list = document.querySelector('.pages details');
const expectation = document.querySelector('.expectation p');
const frame = document.querySelector('iframe');
const box = document.querySelector('.frame-box');

/** Below this width the columns stand one below the other; the stylesheet has the same number. */
const isNarrow = matchMedia('(max-width: 900px)');

/** A desktop frame is never narrower than this. Luma has two columns from 768 pixels on. */
const DESKTOP_WIDTH = 860;
const PHONE_WIDTH = 390;

/** Shorter than in a real shop, where Magento's components take more than two seconds. */
const DELAY = '600';

const NEWSLETTER_LIST = 'DEMOLIST';
const CONSENT = 'I have read the [privacy policy](/privacy).';

let current = links[0];

/** What the visitor chose in the controls. They show the page's own settings where it has some. */
const chosen = Object.fromEntries(new FormData(controls));

/** The widget's settings that the controls ask for. A default is left out, as a merchant would leave it out. */
function chosenOptions(settings) {
  return {
    // The session gives the e-mail address only to merchants who set `customerEmail`.
    ...(settings.customer === 'session' && { customerEmail: true }),
    ...(settings.api !== 'onsite' && { api: settings.api }),
    ...(settings.newsletter === 'on' && { newsletterList: NEWSLETTER_LIST }),
    ...(settings.consent === 'on' && { texts: { consent: CONSENT } }),
  };
}

/** The widget's settings on a page: those of the controls, and over them those of the page's link. */
function pageOptions(settings, ofLink) {
  const ofControls = chosenOptions(settings);
  const options = { ...ofControls, ...ofLink };
  if (ofControls.texts && ofLink.texts) options.texts = { ...ofControls.texts, ...ofLink.texts };
  return options;
}

/**
 * The settings of a page: those of the controls, and over them those of the page's link, which the
 * controls cannot change.
 */
function pageSettings(link) {
  const parameters = [...new URL(link.href).searchParams];
  const fixed = Object.fromEntries(parameters.filter(([name]) => name in chosen));
  const settings = { ...chosen, ...fixed };
  // The module prints the product data itself.
  if (settings.way === 'module') settings.data = fixed.data = 'tag';
  return { settings, fixed: Object.keys(fixed) };
}

/** Shows the settings of a page in the controls, and disables those that the page's link fixes. */
function showSettings({ settings, fixed }) {
  for (const [name, value] of Object.entries(settings)) controls.elements[name].value = value;
  for (const control of controls.elements) control.disabled = fixed.includes(control.name);
}

function address(settings) {
  const url = new URL(current.href);
  for (const name of ['way', 'magento', 'stock', 'data', 'graphql', 'customer']) {
    url.searchParams.set(name, settings[name]);
  }
  const options = pageOptions(settings, JSON.parse(url.searchParams.get('options') ?? '{}'));
  if (Object.keys(options).length > 0) url.searchParams.set('options', JSON.stringify(options));
  url.searchParams.set('delay', DELAY);
  return url;
}

/** What to expect of the page in the shop that the controls describe. */
function explain(link) {
  const { dataset } = link;
  const { stock, data, graphql, magento } = pageSettings(link).settings;
  const hasData = data === 'tag';
  if (stock === 'hidden') return hasData ? dataset.module : dataset.hidden;
  const isAnswered = hasData || ['ok', 'slow'].includes(graphql);
  if (!isAnswered && dataset.unanswered) return dataset.unanswered;
  return magento === '2.4.6' ? dataset.shown : dataset.older;
}

function showPage() {
  const ofPage = pageSettings(current);
  const url = address(ofPage.settings);
  showSettings(ofPage);
  for (const link of links) {
    const text = link.querySelector('.page-link-text');
    if (text) text.textContent = explain(link);
    if (link === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  expectation.textContent = `${current.dataset.title}: ${explain(current)}`;
  ownTab.href = url.href;
  // `replace` adds nothing to the history, so the browser's Back leaves the demo at once.
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
controls.addEventListener('change', ({ target }) => {
  chosen[target.name] = target.value;
  if (target.name !== 'viewport') showPage();
  fitFrame();
});
if (isNarrow.matches) {
  list.open = false;
  chosen.viewport = 'phone';
}
isNarrow.addEventListener('change', () => {
  list.open = !isNarrow.matches;
});
new ResizeObserver(fitFrame).observe(box);
showPage();
