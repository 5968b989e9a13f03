// A stand-in of Magento's mage/apply, which starts the components that the page names.
define(['jquery'], ($) => {
  /** Components to start, each with its element. */
  let waiting = [];

  function add(element, components) {
    for (const [component, config] of Object.entries(components)) {
      waiting.push({ element, component, config });
    }
  }

  function addFor(selector, components, root) {
    // A component for the whole page gets no element.
    if (selector === '*') add(undefined, components);
    else for (const element of root.querySelectorAll(selector)) add(element, components);
  }

  function start({ element, component, config }) {
    window.require([component], (run) => {
      if (typeof run === 'function') run(config, element);
      else $(element)[component](config);
    });
  }

  return {
    /**
     * Removes the scripts from the page and keeps the components that they name. Magento always looks for
     * the elements in the whole page; a careful extension looks only in what it has added.
     */
    collectScripts(root = document) {
      for (const script of root.querySelectorAll('script[type="text/x-magento-init"]')) {
        script.remove();
        for (const [selector, components] of Object.entries(JSON.parse(script.textContent))) {
          addFor(selector, components, root);
        }
      }
    },

    startComponents(root = document) {
      for (const element of root.querySelectorAll('[data-mage-init]')) {
        const components = JSON.parse(element.dataset.mageInit);
        element.removeAttribute('data-mage-init');
        add(element, components);
      }
      const started = waiting;
      waiting = [];
      for (const entry of started) start(entry);
    },
  };
});
