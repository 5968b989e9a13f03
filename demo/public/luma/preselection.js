// What the address asks for: `?color=49`, `#color=49` or `#93=49`, as Magento's widgets read it.
define(() => (attributes) => {
  const wanted = [
    ...new URLSearchParams(location.search),
    ...new URLSearchParams(location.hash.slice(1)),
  ];
  const choice = [];
  for (const [key, optionId] of wanted) {
    const attribute = attributes.find(({ id, code }) => key === id || key === code);
    if (attribute) choice.push({ attributeId: attribute.id, optionId });
  }
  return choice;
});
