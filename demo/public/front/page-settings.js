const NEWSLETTER_LIST = 'DEMOLIST';
const CONSENT = 'I have read the [privacy policy](/privacy).';

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
export function pageOptions(settings, ofLink) {
  const chosen = chosenOptions(settings);
  const options = { ...chosen, ...ofLink };
  if (chosen.texts && ofLink.texts) options.texts = { ...chosen.texts, ...ofLink.texts };
  return options;
}

/**
 * The settings of a page: those of the controls, and over them those of the page's link, which the
 * controls cannot change.
 */
export function pageSettings(chosen, link) {
  const parameters = [...new URL(link.href).searchParams];
  const fixed = Object.fromEntries(parameters.filter(([name]) => name in chosen));
  const settings = { ...chosen, ...fixed };
  // The module prints the product data itself.
  if (settings.way === 'module') settings.data = fixed.data = 'tag';
  return { settings, fixed: Object.keys(fixed) };
}

/** Shows the settings of a page in the controls, and disables those that the page's link fixes. */
export function showSettings(controls, { settings, fixed }) {
  for (const [name, value] of Object.entries(settings)) controls.elements[name].value = value;
  for (const control of controls.elements) control.disabled = fixed.includes(control.name);
}
