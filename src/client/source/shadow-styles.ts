/** A sheet of this server: rules are added to it, for browsers that construct none. */
const ownSheet = '/client/edit.css'

/**
 * Gives a shadow root the styles of CodeMirror in browsers that construct no style sheets (Safari before 16.4): there it
 * writes them into a `<style>`, which the policy of the page forbids. Rules in a sheet that was loaded are allowed. Returns
 * what ends it; the element stays in the root. Can go with these browsers.
 */
export function keepStyles(root: ShadowRoot): () => void {
  const written = root.querySelector('style')
  if (!written) return () => {}
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = ownSheet
  const fill = () => {
    const { sheet } = link
    if (!sheet) return
    while (sheet.cssRules.length > 0) sheet.deleteRule(0)
    for (const rule of rulesOf(written.textContent ?? '')) {
      try {
        sheet.insertRule(rule, sheet.cssRules.length)
      } catch {
        // A rule for another browser, such as `::-moz-selection`.
      }
    }
  }
  link.addEventListener('load', fill)
  // Extensions that come later bring further rules.
  const observer = new MutationObserver(fill)
  observer.observe(written, { childList: true, characterData: true, subtree: true })
  root.prepend(link)
  return () => observer.disconnect()
}

/** Splits the text of a style sheet into its rules. It has neither comments nor brackets in strings. */
export function rulesOf(css: string): string[] {
  const rules: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth++
    else if (css[at] === '}' && --depth === 0) {
      rules.push(css.slice(start, at + 1).trim())
      start = at + 1
    }
  }
  return rules
}
