// What a merchant's own script does after the bundle has loaded.
window.BackInStock.init(JSON.parse(document.currentScript.dataset.configuration));
