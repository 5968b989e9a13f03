import { createElement } from './create-element.js';

function listOptions(variants, attributeId) {
  return new Map(
    variants.map(({ options }) => [options[attributeId].id, options[attributeId].label]),
  );
}

/** Draws buttons for the options of each attribute, and tells what is chosen after each press. */
export function drawOptions({ attributes, variants }, onChoice) {
  const choice = {};
  return attributes.map((attribute) => {
    const buttons = [...listOptions(variants, attribute.id)].map(([optionId, label]) => {
      const button = createElement('button', { type: 'button', className: 'option' }, label);
      button.ariaPressed = 'false';
      button.addEventListener('click', () => {
        // Pressing what is chosen takes the choice back.
        if (choice[attribute.id] === optionId) delete choice[attribute.id];
        else choice[attribute.id] = optionId;
        for (const each of buttons) {
          each.ariaPressed = String(each === button && attribute.id in choice);
        }
        onChoice(choice);
      });
      return button;
    });
    const legend = createElement('legend', {}, attribute.label);
    return createElement('fieldset', { className: 'options' }, legend, ...buttons);
  });
}
