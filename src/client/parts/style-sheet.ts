interface AdoptedStyles {
  faces: { sheet: CSSStyleSheet; css: string }
  rules: { sheet: CSSStyleSheet; css: string }
}

const applied = new WeakMap<Document, AdoptedStyles>()
const fontFaceRule = /@font-face\s*\{[^{}]*\}/g

/**
 * Replaces the style sheet of the deck in a window. The Content Security Policy does not restrict constructed style sheets.
 * Fonts have a sheet of their own: replacing it would load the fonts again and make texts flicker.
 */
export function applyCss(target: Window, css: string): void {
  const { document } = target
  if (!('adoptedStyleSheets' in document)) {
    loadAgain(document)
    return
  }
  const first = !applied.has(document)
  const sheets = applied.get(document) ?? createStyles(target as Window & typeof globalThis)
  replaceCss(sheets.faces, (css.match(fontFaceRule) ?? []).join('\n'))
  replaceCss(sheets.rules, css.replace(fontFaceRule, ''))
  if (!first) return
  applied.set(document, sheets)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets.faces.sheet, sheets.rules.sheet]
  document.getElementById('deck-css')?.remove()
}

let loads = 0

/** Loads the style sheet of the deck again: Safari before 16.4 constructs none. The old one goes when the new one is there. */
function loadAgain(document: Document): void {
  const older = [...document.querySelectorAll<HTMLLinkElement>('link[id="deck-css"]')]
  const last = older.at(-1)
  if (!last) return
  const fresh = last.cloneNode() as HTMLLinkElement
  const { lang } = window.document.documentElement
  fresh.href = `${last.href.replace(/\?.*/, '')}?lang=${lang}&load=${++loads}`
  fresh.addEventListener('load', () => {
    for (const link of older) link.remove()
  })
  last.after(fresh)
}

const createStyles = ({ CSSStyleSheet }: typeof globalThis): AdoptedStyles => ({
  faces: { sheet: new CSSStyleSheet(), css: '' },
  rules: { sheet: new CSSStyleSheet(), css: '' },
})

function replaceCss(part: AdoptedStyles['faces'], css: string): void {
  if (css === part.css) return
  part.css = css
  part.sheet.replaceSync(css)
}
