import type { OptionBindings } from './option-bindings.ts';

/** The default theme has whole expressions in its attributes, with the attribute's id as a number. */
export function defaultOptionBindings(productId: string, attributeId: string): OptionBindings {
  const isEnabled = `optionIsEnabled(${attributeId}, item.id)`;
  const isActive = `optionIsActive(${attributeId}, item.id)`;
  const isSelected = `selectedValues[${attributeId}] === item.id`;
  const isText = `isTextSwatch(${attributeId}, item.id)`;
  return {
    options: `getAllAttributeOptions(${attributeId})`,
    isOffered: `${isEnabled} && ${isActive}`,
    isSoldOut: `${isEnabled} && !${isActive}`,
    isListed: isEnabled,
    isDisabled: `!${isActive}`,
    isSelected,
    label: `getSwatchText(${attributeId}, item.id)`,
    labelWithPrice: 'getAttributeOptionLabel(item)',
    selectedLabel: `getSwatchText(${attributeId}, selectedValues[${attributeId}])`,
    inputId: `'attribute-option-${productId}-' + item.id`,
    isText,
    colour: `getSwatchBackgroundStyle(${attributeId}, item.id)`,
    classes: `{ 'is-colour': !${isText}, 'ring': ${isSelected}, 'is-focused': focusedLabel === item.id }`,
    onChange: `changeOption(${attributeId}, $event.target.value)`,
    onClick: `clearOptionIfActive(${attributeId}, item.id)`,
    onFocus: 'focusLabel(item.id)',
    onBlur: 'blurLabel()',
  };
}
