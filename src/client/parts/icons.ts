import { svgElement } from './element.ts'

/** Paths on a square of 24 units. */
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
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21',
  pen: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5',
  eraser: 'M9 19l-5-5L14 4l6 6-9 9zM9 9l6 6M7 19h13',
  laser:
    'M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1M12 11.9v.2',
  undo: 'M4 9h10a5.5 5.5 0 0 1 0 11h-4M8 5L4 9l4 4',
  clear: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  here: 'M3 5h18v14H3zM13 5v14M16 9h2M16 12h2M16 15h2',
  reading: 'M4 5h16M4 9.5h16M4 14h16M4 18.5h10',
  share: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M14 20v-.5M17.5 17.5V20H20',
  phone: 'M7 3h10v18H7zM10.5 18h3',
  message: 'M4 5h16v11H11l-5 4v-4H4z',
  rehearsal: 'M12 21a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM9.5 3h5M12 9.5v4l2.5 1.5',
  black: 'M3 5h18v14H3zM3 19L21 5',
  questions: 'M4 4h16v12h-8l-5 4v-4H4zM10 8.2a2 2 0 1 1 2.800 1.800c-.6.3-.8.6-.8 1.200M12 13.400v.1',
} as const

/** The name of an icon. */
export type IconName = keyof typeof outlines

/** Creates an icon in the colour of the surrounding text. */
export const icon = (name: IconName): SVGSVGElement =>
  svgElement(
    'svg',
    { viewBox: '0 0 24 24', class: 'ui-icon', 'aria-hidden': 'true', focusable: 'false' },
    svgElement('path', { d: outlines[name] }),
  )
