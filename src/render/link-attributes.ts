const safeSchemes = /^(https?|mailto|tel|geo):/i

/** Whether a link is safe: an address that runs no script, or a page of the deck. */
export function isSafeLink(href: string, pageIds: readonly (string | undefined)[]): boolean {
  return safeSchemes.test(href) || linkedPageId(href, pageIds) !== undefined
}

/**
 * Returns the attributes of a link. `#3` leads to the third page of the deck; other addresses open in a new tab, so that
 * the presenter does not lose the slides.
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
