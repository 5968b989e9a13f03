/**
 * Fetches HTML as a document. The browser parses it itself, so Trusted Types have nothing to forbid;
 * with them `DOMParser` would need a policy of its own.
 */
export function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response);
      else reject(new Error(`The shop answered with ${request.status}.`));
    });
    request.addEventListener('error', () => reject(new Error('The shop does not answer.')));
    request.send();
  });
}
