import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer'

/**
 * A reference of a style sheet to another file, or to a part of the same document.
 *
 * Shape: `address` is decoded, without quotation marks and escapes; null if a browser could not read it.
 * Units: UTF-16 offsets into the style sheet.
 */
export interface CssReference {
  kind: 'import' | 'url'
  address: string | null
  start: number
  end: number
}

/** Functions whose strings are addresses of pictures. */
const pictureSets = new Set(['image-set', '-webkit-image-set'])

/**
 * Finds the references of a style sheet or of a declaration, as browsers read them: with escapes (`u\72l(a.png)`), and not
 * in comments or other strings. Names of namespaces are no references.
 */
export function cssReferences(css: string): CssReference[] {
  if (!mayRefer.test(css)) return []
  const tokens = tokenize({ css })
  const found: CssReference[] = []
  /** The functions and brackets that are open. Outside of any is ''. */
  const open: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const [type, , start, last] = token
    const add = (kind: CssReference['kind'], address: string | null, end: number) =>
      found.push({ kind, address, start, end: end + 1 })
    if (type === TokenType.AtKeyword) {
      const name = token[4].value.toLowerCase()
      if (name !== 'import' && name !== 'namespace') continue
      i = statementEnd(tokens, i)
      if (name === 'import') add('import', null, tokens[i]![3])
    } else if (type === TokenType.URL) add('url', token[4].value, last)
    else if (type === TokenType.BadURL) add('url', null, last)
    else if (type === TokenType.String && pictureSets.has(open.at(-1) ?? '')) add('url', token[4].value, last)
    else if (type === TokenType.Function && /^(?:url|src)$/i.test(token[4].value)) {
      const argument = tokens.slice(i + 1, i + 4).find(([kind]) => kind !== TokenType.Whitespace)
      i = closingBracket(tokens, i)
      add('url', argument?.[0] === TokenType.String ? argument[4].value : null, tokens[i]![3])
    } else if (type === TokenType.Function) open.push(token[4].value.toLowerCase())
    else if (type === TokenType.OpenParen) open.push('(')
    else if (type === TokenType.CloseParen) open.pop()
  }
  return found
}

/** Whether a text can refer to anything, which most attributes of a drawing cannot. */
const mayRefer = /url|src|@import|image-set|\\/i

/** Returns the index of the last token of a statement: its semicolon, or the last before the end of the block or text. */
function statementEnd(tokens: readonly CSSToken[], start: number): number {
  let at = start
  for (; tokens[at + 1]![0] !== TokenType.EOF; at++) {
    if (tokens[at]![0] === TokenType.Semicolon || tokens[at + 1]![0] === TokenType.CloseCurly) break
  }
  return at
}

/** Returns the index of the bracket that closes a function, or of the last token if none does. */
function closingBracket(tokens: readonly CSSToken[], start: number): number {
  let depth = 0
  let at = start
  for (; tokens[at + 1]![0] !== TokenType.EOF; at++) {
    const [type] = tokens[at]!
    if (type === TokenType.Function || type === TokenType.OpenParen) depth++
    else if (type === TokenType.CloseParen && --depth === 0) break
  }
  return at
}
