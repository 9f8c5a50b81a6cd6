const space = 'http://www.w3.org/2000/svg'

/** Outlines on a square of 24, drawn so that no font is needed. */
const outlines = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  overview: 'M4 5h7v5H4zM13 5h7v5h-7zM4 14h7v5H4zM13 14h7v5h-7z',
  speaker: 'M3 5h18v11H3zM12 16v4M8 20h8',
  fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.2',
  close: 'M6 6l12 12M18 6L6 18',
  start: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  reset: 'M5 12a7 7 0 1 0 2.2-5.1M7 3v4h4',
  black: 'M3 5h18v14H3zM3 19L21 5',
} as const

export type IconName = keyof typeof outlines

/** A small drawing in the colour of the text beside it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(space, 'svg')
  for (const [key, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', 'ui-icon'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(key, value)
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', outlines[name])
  svg.append(path)
  return svg
}
