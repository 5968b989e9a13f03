// The first script of each page in these tests: keeps what goes wrong in it, and says what a shopper sees of the widget.
// No driver of WebKitGTK tells what the console says.
{
  const complaints = [];
  for (const level of ['warn', 'error']) {
    const write = console[level];
    console[level] = (...parts) => {
      complaints.push(parts.join(' '));
      write.apply(console, parts);
    };
  }
  addEventListener('error', ({ message, filename }) => complaints.push(`${message} ${filename}`));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(`rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    complaints.push(`policy: ${violatedDirective} ${blockedURI}`);
  });

  const listForeignRequests = () =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((address) => !/^(data:|blob:|http:\/\/127\.0\.0\.1:)/.test(address))
      .map((address) => `request to ${address}`);

  const PARTS = {
    dialog: 'dialog[open]',
    variant: 'dialog[open] select',
    email: 'dialog[open] input[name=email]',
    submit: 'dialog[open] [type=submit]',
    close: 'dialog[open] .close',
    status: 'dialog[open] [role=status]',
  };

  const findRoot = () => document.querySelector('back-in-stock-modal')?.shadowRoot;

  const find = (part) =>
    part === 'button'
      ? document.querySelector('.back-in-stock button')
      : findRoot()?.querySelector(PARTS[part]);

  const describe = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { activeElement } = element.getRootNode();
    const label = element.getAttribute('aria-labelledby');
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    const read = (id) => element.getRootNode().getElementById(id)?.textContent ?? '';
    return {
      text: element.textContent.trim(),
      value: element.value ?? '',
      box: { x, y, width, height },
      isFocused: activeElement === element,
      isInvalid: element.getAttribute('aria-invalid') === 'true',
      name: label ? read(label) : '',
      description: ids.map(read).join(' ').trim(),
      options: element.matches('select')
        ? [...element.options].slice(1).map(({ text }) => text)
        : [],
    };
  };

  const look = () => {
    const parts = {};
    for (const part of ['button', ...Object.keys(PARTS)]) {
      const element = find(part);
      // A box without an area is not drawn; the live region has none before it speaks.
      const isDrawn = element && (part === 'status' || element.getClientRects().length > 0);
      if (isDrawn) parts[part] = describe(element);
    }
    const animations = find('dialog')?.getAnimations({ subtree: true }) ?? [];
    return {
      ...parts,
      isMoving: animations.some(({ playState }) => playState === 'running'),
      scroll: Math.round(scrollY),
      // Without the scroll bars, and without the space that a theme keeps for them.
      size: { width: document.documentElement.getBoundingClientRect().width, height: innerHeight },
    };
  };

  Object.assign(globalThis, {
    testPage: {
      find,
      look,
      takeComplaints: () => [...complaints.splice(0), ...listForeignRequests()],
    },
  });
}
