// A stand-in of Hyvä's x-defer="intersect": Alpine ignores such a component until it is scrolled into view.
{
  const isStarted = new Promise((resolve) => {
    window.addEventListener('alpine:initialized', resolve, { once: true });
  });

  function startInView(element) {
    const observer = new IntersectionObserver(async (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      await isStarted;
      element.removeAttribute('x-ignore');
      // Alpine observes attributes, and has to hear of this one first.
      queueMicrotask(() => window.Alpine.initTree(element));
    });
    observer.observe(element);
  }

  window.addEventListener(
    'alpine:init',
    () => {
      for (const element of document.querySelectorAll('[x-data][x-defer="intersect"]')) {
        element.setAttribute('x-ignore', '');
        startInView(element);
      }
    },
    { once: true },
  );
}
