importScripts("/js/sw-push.js");
