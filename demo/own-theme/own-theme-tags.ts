import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { printJson } from '../pages/print-json.ts';
import { widgetSettings } from '../pages/widget-settings.ts';

const ADAPTER = '/static/own-theme/adapter.js';

/** The tags that put the widget and the theme's adapter for it on the page. */
export function ownThemeTags(request: PageRequest, endpoint: string): Markup | '' {
  const trigger = { classes: 'pdp__notify', width: '100%' };
  const settings = widgetSettings(request, endpoint, { trigger });
  const configuration = JSON.stringify(settings);
  switch (request.way) {
    case 'none':
      return '';
    case 'esm':
      return html`<script type="application/json" id="module-configuration" data-adapter="${ADAPTER}">${printJson(settings)}</script>
<script type="module" src="/static/ways/import-module.js"></script>`;
    case 'require':
      return html`<script src="/static/require.js"></script>
<script src="/static/luma/requirejs-config.js"></script>
<script src="/static/ways/start-widget.js" data-way="require" data-adapter="${ADAPTER}" data-configuration="${configuration}"></script>`;
    default:
      return html`<script src="/dist/back-in-stock.js"></script>
<script src="${ADAPTER}"></script>
<script src="/static/ways/start-widget.js" data-way="init" data-configuration="${configuration}"></script>`;
  }
}
