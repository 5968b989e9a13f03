import { type ComponentChildren, h } from 'preact';
import { type FormState, isSending } from './form-state.ts';
import { onlyText } from './written-text.tsx';

/** What is wrong with a value, if anything. */
type Mistaken = string | false | undefined;

interface FieldProperties {
  readonly state: FormState;
  /** Default: `input`. */
  readonly as?: 'select';
  readonly name: string;
  /** Whether the field is hidden. */
  readonly hidden?: boolean;
  readonly label: ComponentChildren;
  readonly mistake?: Mistaken;
  readonly type?: string;
  readonly [attribute: string]: unknown;
}

/** A labelled field, with an error message when its value is wrong. */
export function Field({ state, as, hidden, label, mistake, type, ...attributes }: FieldProperties) {
  const id = `${attributes.name}-mistake`;
  return (
    <div hidden={hidden ?? false}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: h() makes the control inside. */}
      <label class={type}>
        {label}
        {h(as ?? 'input', {
          required: true,
          type,
          ...attributes,
          ...describeControl(state, id, mistake),
        })}
      </label>
      <MistakeLine id={id} mistake={mistake} />
    </div>
  );
}

/** Returns what screen readers learn of a control. `id` is that of its error message. */
export function describeControl(state: FormState, id: string, mistake: Mistaken) {
  return {
    // No change while it is sent. A field with `disabled` would lose the focus.
    'aria-disabled': isSending(state),
    'aria-invalid': Boolean(mistake),
    'aria-describedby': id,
  };
}

/** The error message of a field, empty while its value is right. */
export function MistakeLine({ id, mistake }: { readonly id: string; readonly mistake: Mistaken }) {
  return <p class="error" id={id} {...onlyText(mistake || '')} />;
}

/**
 * Focuses the first wrong field, so that screen readers say each mistake once. They read out the mistake of a field that
 * gets the focus, as its description. The mistakes of the others, and of a field that has the focus already, are alerts.
 */
export function focusMistake(root: ShadowRoot): void {
  const fields = [...root.querySelectorAll<HTMLElement>('[aria-invalid=true]')];
  const [first] = fields;
  const mistakeOf = (field?: Element) => field?.getAttribute('aria-describedby') ?? '';
  // Boxes of one choice share their mistake.
  for (const id of new Set(fields.map(mistakeOf))) {
    const isReadOut = id === mistakeOf(first) && first !== root.activeElement;
    root.getElementById(id)?.setAttribute('role', isReadOut ? 'none' : 'alert');
  }
  first?.focus();
}
