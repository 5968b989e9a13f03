const NEWSLETTER_LIST = 'DEMOLIST';
const CONSENT = 'I have read the [privacy policy](/privacy).';

/** What the controls ask for. Whatever is as by default is left out, as a merchant would. */
function chosenOptions(settings) {
  return {
    // The session tells the e-mail address only where the merchant wants it to be asked.
    ...(settings.customer === 'session' && { customerEmail: true }),
    ...(settings.api !== 'onsite' && { api: settings.api }),
    ...(settings.newsletter === 'on' && { newsletterList: NEWSLETTER_LIST }),
    ...(settings.consent === 'on' && { texts: { consent: CONSENT } }),
  };
}

/** The widget's settings on a page: what the controls ask for, and over it what its link says. */
export function pageOptions(settings, ofLink) {
  const chosen = chosenOptions(settings);
  const options = { ...chosen, ...ofLink };
  if (chosen.texts && ofLink.texts) options.texts = { ...chosen.texts, ...ofLink.texts };
  return options;
}
