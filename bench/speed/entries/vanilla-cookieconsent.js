import 'vanilla-cookieconsent/dist/cookieconsent.css';
import { run } from 'vanilla-cookieconsent';

void run({
  // It takes a browser that a program drives for a robot, and shows nothing to robots.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies',
          description: 'May we count visits?',
          acceptAllBtn: 'Yes',
          acceptNecessaryBtn: 'No',
        },
        preferencesModal: { sections: [] },
      },
    },
  },
});
