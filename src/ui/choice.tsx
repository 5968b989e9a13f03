// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import { matches, narrow } from '../product/narrowing.ts';
import { variantLabel } from '../product/offer.ts';
import type { Option, Variant } from '../product/product.ts';
import { describeControl, Field, MistakeLine } from './field.tsx';
import type { Drawn } from './fields.tsx';
import type { Entries } from './form-state.ts';
import { onlyText } from './written-text.tsx';

/** The name of a select is this prefix and the id of its attribute. */
const ATTRIBUTE = 'attribute-';

/**
 * Draws the choice between several variants. A short list is one select, or boxes where the shopper may choose several. A
 * long list is narrowed by selects, one for each attribute; with boxes there is no select for the last attribute.
 */
export function Choice(properties: Drawn) {
  const { product, texts, state, write } = properties;
  const { variants, selects, options, chosen, ticked, isMultiple } = state;
  const mistake = state.mistakes.variant === 'missing' && write(texts.variantMissing);
  const narrowed = narrow(selects, variants, options);
  const isOpen = narrowed.some(({ value, fitting }) => !fitting.has(value));
  // Boxes that were ticked stay where they can be seen, whatever the selects show.
  const listed = variants.filter(
    (variant) => matches(variant, narrowed) || ticked.includes(variant.id),
  );
  return [
    // Options that do not fit the other selects stay in the list, but cannot be chosen, as in Magento's own selects: a list
    // that gets shorter by itself would hide what the shopper is looking for.
    ...narrowed.map((select) => (
      <SelectField
        {...properties}
        {...select}
        key={select.id}
        name={ATTRIBUTE + select.id}
        hasFixed={select.value !== '' && !options[select.id]}
        mistake={!select.fitting.has(select.value) && mistake}
      />
    )),
    isMultiple
      ? listed[0] && <Boxes {...properties} listed={listed} mistake={!isOpen && mistake} />
      : !selects[0] && (
          <SelectField
            {...properties}
            name="variant"
            label={write(texts.variantLabel)}
            value={chosen[0] ?? ''}
            options={variants.map((variant) => ({
              id: variant.id,
              label: variantLabel(product, variant),
            }))}
            mistake={mistake}
          />
        ),
  ];
}

type Mistaken = { readonly mistake: string | false };

interface SelectProperties extends Drawn, Mistaken {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** The ids of the options that can be chosen. Default: all of them. */
  readonly fitting?: ReadonlySet<string>;
  /** Whether the only option that fits is shown, so that there is nothing to take back. Default: no. */
  readonly hasFixed?: boolean;
}

function SelectField({
  texts,
  state,
  write,
  name,
  label,
  value,
  options,
  fitting,
  hasFixed,
  mistake,
}: SelectProperties) {
  return (
    <Field
      state={state}
      as="select"
      name={name}
      value={value}
      label={<span {...onlyText(label)} />}
      mistake={mistake}
    >
      <option value="" disabled={hasFixed} {...onlyText(write(texts.variantPrompt))} />
      {options.map(({ id, label }) => (
        <option key={id} value={id} disabled={fitting?.has(id) === false} {...onlyText(label)} />
      ))}
    </Field>
  );
}

/** A box for each of these variants. */
function Boxes({
  product,
  texts,
  state,
  write,
  listed,
  mistake,
}: Drawn & Mistaken & { readonly listed: readonly Variant[] }) {
  const id = 'variant-mistake';
  return (
    <div>
      <fieldset>
        <legend {...onlyText(write(texts.variantLabel))} />
        {listed.map((variant) => (
          <label key={variant.id} class="checkbox">
            <span {...onlyText(variantLabel(product, variant))} />
            <input
              type="checkbox"
              name="variant"
              value={variant.id}
              checked={state.chosen.includes(variant.id)}
              {...describeControl(state, id, mistake)}
            />
          </label>
        ))}
      </fieldset>
      <MistakeLine id={id} mistake={mistake} />
    </div>
  );
}

/** Reads which variants and options the fields show as chosen. */
export function readChoice(form: ParentNode): Pick<Entries, 'options'> & Partial<Entries> {
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name=variant]')];
  const selects = form.querySelectorAll<HTMLSelectElement>(`[name^=${ATTRIBUTE}]`);
  const options = [...selects].map(({ name, value }) => [name.slice(ATTRIBUTE.length), value]);
  const chosen = fields.filter(({ type, checked, value }) =>
    type === 'checkbox' ? checked : value,
  );
  return {
    options: Object.fromEntries(options),
    ...(fields[0] && { chosen: chosen.map(({ value }) => value) }),
  };
}
