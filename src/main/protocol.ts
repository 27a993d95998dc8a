/** `app://window/…` serves the built pages; nothing else can be reached. */
import { net, protocol } from 'electron';
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ORIGIN = 'app://window';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // antd writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Must run before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveProtocol(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const wanted = normalize(join(folder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
    if (url.host !== 'window' || !wanted.startsWith(folder + sep)) return new Response('', { status: 404 });
    try {
      const file = await net.fetch(pathToFileURL(wanted).href);
      const headers = new Headers(file.headers);
      headers.set('Content-Security-Policy', POLICY);
      headers.set('X-Content-Type-Options', 'nosniff');
      return new Response(file.body, { status: file.status, headers });
    } catch {
      return new Response('', { status: 404 });
    }
  });
}
