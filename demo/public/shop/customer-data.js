// Magento's customer-data keeps a section about the shopper in the browser. The section has an e-mail address
// only if Klaviyo's own extension for Magento added it. Guests have no such section.
{
  const { customer } = document.currentScript.dataset;
  const sections = {
    klaviyo: {
      fullname: 'Sam Known',
      firstname: 'Sam',
      websiteId: '1',
      email: 'sam.known@example.com',
    },
    session: { fullname: 'Sam Session', firstname: 'Sam', websiteId: '1' },
  };
  localStorage['mage-cache-storage'] = JSON.stringify({ customer: sections[customer] });
}
