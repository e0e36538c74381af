// The worker that keeps the files of the page, so that it opens while the network is cut. Answers of the API are never kept.
// The build puts in FILES, from the page, and CACHE, a name that changes with any of them.

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { scope } = self.registration;
  const { origin, pathname } = new URL(url);
  const file = `${origin}${pathname}`.slice(scope.length) || './';
  if (method !== 'GET' || !url.startsWith(scope) || !FILES.includes(file)) return;
  const kept = () => caches.match(new URL(file, scope).href);
  // A file is named for what is in it; the page itself is taken fresh wherever it can be had.
  event.respondWith(
    file === './'
      ? fetch(event.request).catch(async () => (await kept()) ?? Response.error())
      : kept().then((found) => found ?? fetch(event.request)),
  );
});
