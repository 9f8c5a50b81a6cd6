import type { Member, SourceNode, StringNode } from '../src/model/source.ts'

const token = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])/y

/** The tree of a text that is valid JSON: for tests of what comes after parsing. The same name may stand twice. */
export function source(text: string): SourceNode {
  let at = 0
  const peek = () => {
    token.lastIndex = at
    const found = token.exec(text)?.[1]
    if (found === undefined) throw new Error(`no JSON at ${at}: ${text.slice(at, at + 20)}`)
    return { found, start: token.lastIndex - found.length, end: token.lastIndex }
  }
  const take = () => {
    const next = peek()
    at = next.end
    return next
  }
  const list = <T>(close: string, item: () => T): { items: T[]; end: number } => {
    const items: T[] = []
    if (peek().found !== close) {
      do items.push(item())
      while (peek().found === ',' && take())
    }
    return { items, end: take().end }
  }
  const member = (): Member => {
    const key = value() as StringNode
    take()
    return { key, value: value() }
  }
  const value = (): SourceNode => {
    const { found, start, end } = take()
    if (found === '{') {
      const { items: members, end } = list('}', member)
      return { type: 'object', range: { start, end }, members }
    }
    if (found === '[') {
      const { items, end } = list(']', value)
      return { type: 'array', range: { start, end }, items }
    }
    const range = { start, end }
    const plain = JSON.parse(found) as string | number | boolean | null
    if (typeof plain === 'string') return { type: 'string', range, value: plain }
    return { type: plain === null ? 'null' : (typeof plain as 'number' | 'boolean'), range, value: plain }
  }
  return value()
}
