import '@algolia/autocomplete-theme-classic';
import { autocomplete } from '@algolia/autocomplete-js';

const container = document.createElement('div');
container.className = 'bench-search';
(document.querySelector('.page-header') ?? document.body).append(container);
autocomplete({
  container,
  getSources: () => [
    {
      sourceId: 'products',
      getItems: ({ query }) => [{ label: query }],
      templates: { item: ({ item }) => item.label },
    },
  ],
});
