const safeSchemes = /^(https?|mailto|tel|geo):/i

/** Whether a link of a text may stand in a page: an address a browser opens without running anything, or a page. */
export function isSafeLink(href: string, pageIds: readonly (string | undefined)[]): boolean {
  return safeSchemes.test(href) || linkedPageId(href, pageIds) !== undefined
}

/**
 * The attributes of a link. `#3` leads to the third page of the deck; an address opens beside the show, so that the
 * presenter does not lose it.
 */
export function linkAttributes(
  href: string,
  pageIds: readonly (string | undefined)[],
  escaped: (text: string) => string,
): string {
  const page = linkedPageId(href, pageIds)
  if (page !== undefined) return `href="#${page}"`
  const beside = /^https?:/i.test(href) ? ' target="_blank" rel="noopener noreferrer"' : ''
  return `href="${escaped(href)}"${beside}`
}

function linkedPageId(href: string, pageIds: readonly (string | undefined)[]): string | undefined {
  return /^#\d+$/.test(href) ? pageIds[Number(href.slice(1)) - 1] : undefined
}
