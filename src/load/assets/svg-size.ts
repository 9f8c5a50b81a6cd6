/** CSS units in px. */
const pxPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  ex: 8,
}

/** What browsers use for a drawing without a size. */
const fallback = { width: 300, height: 150 }

/** Returns the size of a drawing from the attributes of its root: width and height, else the view box. Units: px. */
export function svgSize(attributes: Readonly<Record<string, string>>): { width: number; height: number } {
  const attribute = (name: string) => attributes[name] ?? ''
  const width = parseLength(attribute('width'))
  const height = parseLength(attribute('height'))
  const [, , boxWidth = 0, boxHeight = 0] = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null
  if (width && height) return { width, height }
  if (!box) return { width: width ?? fallback.width, height: height ?? fallback.height }
  if (width) return { width, height: (width * box.height) / box.width }
  if (height) return { width: (height * box.width) / box.height, height }
  return box
}

function parseLength(value: string): number | null {
  const [, number, unit] = /^([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(value.trim()) ?? []
  const pixels = Number(number) * (unit ? (pxPerUnit[unit.toLowerCase()] ?? Number.NaN) : 1)
  return pixels > 0 && Number.isFinite(pixels) ? pixels : null
}
