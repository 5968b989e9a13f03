import { feedbackSyncIntegration, init } from '@sentry/browser';

init({
  // Of the page's own origin, where whatever is sent gets an answer.
  dsn: `http://key@${location.host}/1`,
  defaultIntegrations: false,
  integrations: [feedbackSyncIntegration({ enableScreenshot: false, showName: false })],
});
