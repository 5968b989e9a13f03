// The theme's own script: a press chooses an option, and price and button change with the choice.
const pdp = document.querySelector('.pdp');
const children = JSON.parse(pdp.querySelector('.pdp__children').textContent);
const options = [...pdp.querySelectorAll('.pdp__option')];
const price = pdp.querySelector('.pdp__price');
const buy = pdp.querySelector('.pdp__buy');

function findChild() {
  const pressed = options.filter((option) => option.ariaPressed === 'true');
  if (pressed.length < pdp.querySelectorAll('.pdp__group').length) return undefined;
  return children.find(({ choice }) =>
    pressed.every(({ dataset }) => choice[dataset.attribute] === dataset.option),
  );
}

function showChild() {
  const child = findChild();
  buy.disabled = child?.left === 0;
  buy.textContent = child?.left === 0 ? 'Sold out' : 'Add to bag';
  if (child) price.textContent = `$${child.price.toFixed(2)}`;
}

for (const option of options) {
  option.addEventListener('click', () => {
    const wasPressed = option.ariaPressed === 'true';
    for (const other of options) {
      if (other.dataset.attribute === option.dataset.attribute) other.ariaPressed = 'false';
    }
    option.ariaPressed = String(!wasPressed);
    showChild();
  });
}
showChild();
