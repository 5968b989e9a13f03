import { html } from 'hono/html';
import { count } from '../loop/diary.ts';
import { countToNotify, type Rules } from '../loop/rules.ts';
import type { Markup } from '../page/markup.ts';
import { actionForm } from './action-form.ts';
import type { PrintedView } from './console-view.ts';
import { tellUnits } from './virtual-times.ts';

const CUSTOMERS = [1, 2, 3, 5, 10, 20, 50, 100];
const WAITS_IN_HOURS = [1, 2, 3, 6, 12, 24, 48, 72, 168];

/** The units of Klaviyo's own example. */
const EXAMPLE_UNITS = 20;

/** The account's back in stock settings, which are there after the first event only. */
export function printSettings(view: PrintedView): Markup {
  const { profiles, rules } = view.loop.state;
  return html`<section class="card settings" id="settings" data-part aria-labelledby="settings-title">
    <h3 id="settings-title">Back in Stock Settings</h3>
    <p class="path">Account › Settings › Email</p>
    ${profiles.eventCount === 0 ? printAbsence() : printForm(view, rules)}
  </section>`;
}

function printAbsence(): Markup {
  return html`<div class="absent">
      <p><strong>These settings are not here yet.</strong></p>
      <p>Klaviyo shows them once it has captured a first “Subscribed to Back in Stock” event. Let a shopper subscribe, and they appear.</p>
    </div>`;
}

function printForm(view: PrintedView, rules: Rules): Markup {
  const content = html`<label class="field is-wide">Minimum inventory
        <input type="number" id="minimum" name="minimumInventory" value="${rules.minimumInventory}" min="1" max="1000000" required></label>
      <p class="soft">So many units must be in stock before anybody is notified.</p>
      <label class="field is-wide">Customers to notify for each unit
        <select id="customers" name="customersPerUnit"><option value="all">All customers at once</option>${listCustomers(rules)}</select></label>
      <p class="soft">The oldest first.</p>
      <label class="field is-wide">Wait time between notifications
        <select id="wait-time" name="waitHours">${listWaits(rules)}</select></label>
      <p class="soft">${rules.customersPerUnit === 'all' ? 'Without effect while all customers are notified at once.' : 'A restock during the wait counts at its end.'}</p>
      <p class="example">${tellExample(rules)}</p>
      <button class="is-main" name="action" value="change-rules">Update Back in Stock Settings</button>`;
  return actionForm(view, content);
}

/** The value that is set is offered, whatever it is. */
function withCurrent(values: readonly number[], current: number): readonly number[] {
  return [...new Set([...values, current])].sort((a, b) => a - b);
}

function listCustomers({ customersPerUnit: current }: Rules): readonly Markup[] {
  const values = current === 'all' ? CUSTOMERS : withCurrent(CUSTOMERS, current);
  return values.map((value) => option(value, count(value, 'customer'), value === current));
}

function listWaits({ waitHours: current }: Rules): readonly Markup[] {
  return withCurrent(WAITS_IN_HOURS, current).map((hours) =>
    option(hours, tellHours(hours), hours === current),
  );
}

function tellHours(hours: number): string {
  const isDays = hours >= 24 && hours % 24 === 0;
  return isDays ? tellUnits(hours / 24, 'day') : tellUnits(hours, 'hour');
}

function option(value: number, label: string, isSelected: boolean): Markup {
  return html`<option value="${value}" ${isSelected ? 'selected' : ''}>${label}</option>`;
}

function tellExample(rules: Rules): string {
  const before = `${EXAMPLE_UNITS} units restocked:`;
  const notified = countToNotify(rules, EXAMPLE_UNITS);
  if (notified === 0) return `${before} nobody is notified, since that is below the minimum.`;
  if (notified === Number.POSITIVE_INFINITY) return `${before} everybody is notified at once.`;
  return `${before} the oldest ${notified} are notified. The next batch goes ${tellHours(rules.waitHours)} later.`;
}
