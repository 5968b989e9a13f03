// Shows the picture of the chosen child.
window.initGallery = () => ({
  eventListeners: {
    '@update-gallery.window'(event) {
      const [image] = event.detail;
      if (image) this.$el.querySelector('img').src = image.img;
    },
  },
});
window.addEventListener('alpine:init', () => Alpine.data('initGallery', initGallery), {
  once: true,
});
