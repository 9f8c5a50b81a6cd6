/**
 * Removes the query string from the URL: reveal.js would read options from it. Returns false if the browser does not allow
 * that; then the page is loaded again without it.
 */
export function dropQuery(): boolean {
  if (location.search === '') return true
  const clean = location.pathname + location.hash
  try {
    history.replaceState(null, '', clean)
  } catch {
    // Checked below.
  }
  if (location.search === '') return true
  location.replace(clean)
  return false
}
