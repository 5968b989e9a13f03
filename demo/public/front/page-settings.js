/**
 * What a page is shown with: what the controls ask for, and over it what its link says, which the controls cannot
 * change.
 */
export function pageSettings(chosen, link) {
  const parameters = [...new URL(link.href).searchParams];
  const fixed = Object.fromEntries(parameters.filter(([name]) => name in chosen));
  const settings = { ...chosen, ...fixed };
  // The module prints them itself.
  if (settings.way === 'module') settings.data = fixed.data = 'tag';
  return { settings, fixed: Object.keys(fixed) };
}

/** Lets the controls show what a page is shown with, and lets those be changed that change it. */
export function showSettings(controls, { settings, fixed }) {
  for (const [name, value] of Object.entries(settings)) controls.elements[name].value = value;
  for (const control of controls.elements) control.disabled = fixed.includes(control.name);
}
