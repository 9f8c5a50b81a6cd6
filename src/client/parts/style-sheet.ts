interface AdoptedStyles {
  faces: { sheet: CSSStyleSheet; css: string }
  rules: { sheet: CSSStyleSheet; css: string }
}

const applied = new WeakMap<Document, AdoptedStyles>()
const fontFaceRule = /@font-face\s*\{[^}]*\}/g

/**
 * Gives a window the newest style sheet of the deck, in the place of the one it was loaded with. Constructed sheets need no
 * permission of the policy. Fonts have a sheet of their own: one that is made anew loads its fonts anew, and texts flicker.
 */
export function applyCss(target: Window, css: string): void {
  const { document } = target
  const first = !applied.has(document)
  const sheets = applied.get(document) ?? createStyles(target as Window & typeof globalThis)
  replaceCss(sheets.faces, (css.match(fontFaceRule) ?? []).join('\n'))
  replaceCss(sheets.rules, css.replace(fontFaceRule, ''))
  if (!first) return
  applied.set(document, sheets)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets.faces.sheet, sheets.rules.sheet]
  document.getElementById('deck-css')?.remove()
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
