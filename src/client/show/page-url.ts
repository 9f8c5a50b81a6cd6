/**
 * Takes the query string off the address: reveal.js would read its options from it. Gives false where the browser did
 * not allow that; then the page is loaded once more without it.
 */
export function dropQuery(): boolean {
  if (location.search === '') return true
  const clean = location.pathname + location.hash
  try {
    history.replaceState(null, '', clean)
  } catch {
    // Told apart by the address below.
  }
  if (location.search === '') return true
  location.replace(clean)
  return false
}

/** Lets the show begin at a slide, unless the address names one. */
export function setStartSlide(index: number): void {
  if (location.hash.replace(/^#\/?/, '') !== '') return
  try {
    history.replaceState(null, '', `#/${index + 1}`)
  } catch {
    location.hash = `#/${index + 1}`
  }
}
