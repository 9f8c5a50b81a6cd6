const width = 120

/**
 * Writes JSON for people: what fits into a line of 120 characters stands in one, `{ "type": "object" }`, the rest is broken
 * and indented by two spaces. The same value always gives the same text.
 */
export function formatJson(value) {
  return `${format(value, '', 0)}\n`
}

/** Formats a value. `indent`: that of its line; `before`: how many characters stand before it in the line. */
function format(value, indent, before) {
  const line = inOneLine(value)
  // A comma may follow.
  if (typeof value !== 'object' || value === null || before + line.length < width) return line
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item) => inner + format(item, inner, inner.length))
    : Object.entries(value).map(([key, item]) => {
        const start = `${inner}${JSON.stringify(key)}: `
        return start + format(item, inner, start.length)
      })
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

function inOneLine(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(inOneLine).join(', ')} ]`
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inOneLine(item)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}
