/** Splits `a «b» c` into the text `a b c` and the range of `b`. */
export function marked(annotated: string) {
  const start = annotated.indexOf('«')
  const end = annotated.indexOf('»') - 1
  return { text: annotated.replace(/[«»]/g, ''), range: { start, end } }
}
