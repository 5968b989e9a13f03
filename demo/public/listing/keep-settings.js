const OF_LISTS = ['tiles', 'q', 'price', 'scroll'];

/** Lets product pages be opened with the settings of this page; until then links are plain. */
export function startKeepSettings() {
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target.closest('a[href^="/shop/"]');
      if (!link) return;
      const settings = new URLSearchParams(location.search);
      for (const name of OF_LISTS) settings.delete(name);
      link.search = settings;
    },
    true,
  );
}
