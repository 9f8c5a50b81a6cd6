const token =
  /[ \t\r\n]*([{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrtu])*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

/** What may come next: a value, a value or `]`, a key, a key or `}`, a colon, a comma or the end of what is open. */
type Next = 'value' | 'item' | 'key' | 'member' | 'colon' | 'comma'

/**
 * Where a text stops being JSON, which the engine's own words tell only at times.
 * Units: an offset; null where all of it is, or it ends too early.
 */
export function brokenAt(text: string): number | null {
  const open: ('{' | '[')[] = []
  let next: Next = 'value'
  for (let at = 0; ; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(text)?.[1]
    if (found === undefined) {
      const rest = text.slice(at).trimStart()
      return rest === '' ? null : text.length - rest.length
    }
    const after = step(found, next, open)
    if (after === null) return token.lastIndex - found.length
    next = after
  }
}

/** What may come after a token; null where the token may not come. */
function step(found: string, next: Next, open: ('{' | '[')[]): Next | null {
  const ends = next === 'comma' || (next === 'item' && found === ']') || (next === 'member' && found === '}')
  if (ends && open.length > 0) {
    if (found === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop()
      return 'comma'
    }
    if (found === ',') return open.at(-1) === '{' ? 'key' : 'value'
    return null
  }
  if (next === 'colon') return found === ':' ? 'value' : null
  if (next === 'key' || next === 'member') return found.startsWith('"') ? 'colon' : null
  if (next === 'comma' || ',:]}'.includes(found)) return null
  if (found !== '{' && found !== '[') return 'comma'
  open.push(found)
  return found === '{' ? 'member' : 'item'
}
