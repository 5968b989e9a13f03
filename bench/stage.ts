/** When a request was sent: what the shopper was doing then. */
export const STAGES = {
  first: 'at the first try',
  form: 'while the form waited',
  open: 'while the page stayed open',
  view: 'on a later page of the visit',
  back: 'on coming back',
  again: 'on coming back once more',
} as const;

export type Stage = keyof typeof STAGES;
