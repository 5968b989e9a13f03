import type { OptionBindings } from './option-bindings.ts';

/** Without `unsafe-eval` Alpine knows names only; the methods find their attribute by the element. */
export const CSP_OPTION_BINDINGS: OptionBindings = {
  options: 'listItems',
  isOffered: 'isItemOffered',
  isSoldOut: 'isItemSoldOut',
  isListed: 'isItemListed',
  isDisabled: 'isItemDisabled',
  isSelected: 'isItemSelected',
  label: 'getItemText',
  labelWithPrice: 'getItemTextWithPrice',
  selectedLabel: 'getSelectedText',
  inputId: 'getItemInputId',
  isText: 'isItemText',
  colour: 'getItemColour',
  classes: 'getItemClasses',
  onChange: 'onChangeOption',
  onClick: 'onClickOption',
  onFocus: 'onFocusOption',
  onBlur: 'blurLabel',
};
