// The data is only there to be seen in the page; Magento keeps it for lists of products seen lately.
define(() => () => {});
