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
  return <p role="alert" class="error" id={id} {...onlyText(mistake || '')} />;
}
