/**
 * Starts Magento's components in content that came later. Magento itself looks through the whole page;
 * what is given here narrows that. Under a strict policy there may be no Magento scripts to start.
 */
export function startMagento(root = document) {
  if (!window.require) return Promise.resolve();
  return new Promise((resolve, reject) => {
    window.require(
      ['mage/apply'],
      (apply) => {
        apply.collectScripts(root);
        apply.startComponents(root);
        resolve();
      },
      reject,
    );
  });
}
