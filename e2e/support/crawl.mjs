// Finds pages by their links, as a person would.

/** Pages of the same kind (the same address but for ids and values) that are opened. */
const OF_A_KIND = 2;
/** Pages that are opened at most. */
const AT_MOST = 200;

/**
 * Opens every page of the same origin that can be reached by links and calls `visit` for each.
 *
 * Links to files are followed too, but only their status is of interest.
 * @param {import('./browser.mjs').Visitor} visitor
 * @param {string} start the address of the first page
 * @param {(found: Found) => Promise<void>} visit
 *
 * @typedef {object} Found
 * @property {string} path path and query
 * @property {number} status
 * @property {boolean} isPage false for files
 * @property {string} from the page that links to it
 */
export async function crawl(visitor, start, visit) {
  const { page } = visitor;
  const { origin } = new URL(start);
  const waiting = [{ path: pathOf(new URL(start)), from: 'the start' }];
  const seen = new Set(waiting.map(({ path }) => path));
  const kinds = new Map();
  for (let opened = 0; waiting.length > 0 && opened < AT_MOST; opened += 1) {
    const { path, from } = waiting.shift();
    const { status, isPage } = await open(page, origin + path);
    await visit({ path, status, isPage, from });
    if (!isPage) continue;

    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((link) => link.href),
    );
    for (const link of links.map((href) => new URL(href))) {
      const next = pathOf(link);
      if (link.origin !== origin || seen.has(next)) continue;
      seen.add(next);
      const kind = kindOf(link);
      const known = kinds.get(kind) ?? 0;
      if (known >= OF_A_KIND) continue;
      kinds.set(kind, known + 1);
      waiting.push({ path: next, from: path });
    }
  }
}

/** Follows a link as a click would; a file is downloaded and leaves the page as it was. */
async function open(page, address) {
  let last;
  const remember = (response) => {
    if (response.request().isNavigationRequest()) last = response;
  };
  page.on('response', remember);
  try {
    await page.goto(address);
  } catch (error) {
    if (!/Download is starting/.test(error.message)) throw error;
    return { status: last.status(), isPage: false };
  } finally {
    page.off('response', remember);
  }
  const kind = last.headers()['content-type'] ?? '';
  return { status: last.status(), isPage: kind.startsWith('text/html') };
}

function pathOf(url) {
  return url.pathname + url.search;
}

/**
 * The address with ids as `:id` and without the values of its query. All sorted lists are of one kind: they differ
 * from the same list unsorted in one head cell, drawn by one template.
 */
function kindOf(url) {
  if (url.searchParams.has('sort')) return 'a sorted list';
  const path = url.pathname
    .split('/')
    .map((part) => (/^[0-9a-f-]{16,}$|^[\d.-]+$/i.test(part) ? ':id' : part))
    .join('/');
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
}
