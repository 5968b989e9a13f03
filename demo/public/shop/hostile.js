// Everything that other people's scripts do to a widget: swallow its events and read its keys.
window.leakedKeys = [];
for (const type of ['keydown', 'keypress', 'keyup']) {
  document.addEventListener(type, (event) => window.leakedKeys.push(event.key));
}
document.addEventListener('DOMContentLoaded', () => {
  for (const type of ['change', 'click']) {
    document.body.addEventListener(type, (event) => event.stopPropagation());
  }
});
