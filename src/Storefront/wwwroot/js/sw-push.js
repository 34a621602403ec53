// Push messages are shown by this part of the service worker.
