// Scripts of other people can do all of this to a widget: stop its events, and read the keys of shoppers.
window.leakedKeys = [];
for (const type of ['keydown', 'keypress', 'keyup']) {
  document.addEventListener(type, (event) => window.leakedKeys.push(event.key));
}
document.addEventListener('DOMContentLoaded', () => {
  for (const type of ['change', 'click']) {
    document.body.addEventListener(type, (event) => event.stopPropagation());
  }
});
