/** What Alpine reads from the attributes of one configurable attribute's controls. */
export interface OptionBindings {
  /** The list that `item` goes through. */
  readonly options: string;
  readonly isOffered: string;
  /** In stock with some other choice, or with none. */
  readonly isSoldOut: string;
  /** One of the two above. */
  readonly isListed: string;
  readonly isDisabled: string;
  readonly isSelected: string;
  readonly label: string;
  readonly labelWithPrice: string;
  readonly selectedLabel: string;
  readonly inputId: string;
  readonly isText: string;
  readonly colour: string;
  readonly classes: string;
  readonly onChange: string;
  readonly onClick: string;
  readonly onFocus: string;
  readonly onBlur: string;
}
