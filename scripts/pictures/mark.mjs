import { drawing, n } from './drawing.mjs'

const gold = '#d9a83a'
const sky = '#0a6ea6'

/** The mark of the decks that ship: a shanyrak, the crown of a yurt, as people see it who look up. */
export function mark() {
  const rays = Array.from({ length: 40 }, (_, i) => {
    const [x, y] = around(i / 40)
    return `M${n(256 + x * 196)} ${n(256 + y * 196)}L${n(256 + x * 226)} ${n(256 + y * 226)}`
  })
  return drawing(
    512,
    512,
    1,
    `<circle cx="256" cy="256" r="248" fill="#fff"/><circle cx="256" cy="256" r="236" fill="${sky}"/>
    <path d="${rays.join('')}" stroke="${gold}" stroke-width="11" stroke-linecap="round"/>
    <circle cx="256" cy="256" r="172" fill="none" stroke="${gold}" stroke-width="26"/>${lattice()}
    <circle cx="256" cy="256" r="26" fill="${gold}"/>`,
  )
}

/** Three bent laths each way, tied where they cross. */
function lattice() {
  const laths = [-46, 0, 46].map((at) => {
    const reach = Math.sqrt(166 ** 2 - at ** 2)
    return `M${n(256 - reach)} ${256 + at}Q256 ${256 + at * 0.55} ${n(256 + reach)} ${256 + at}`
  })
  const turned = [-46, 0, 46].map((at) => {
    const reach = Math.sqrt(166 ** 2 - at ** 2)
    return `M${256 + at} ${n(256 - reach)}Q${256 + at * 0.55} 256 ${256 + at} ${n(256 + reach)}`
  })
  return `<path d="${[...laths, ...turned].join('')}" fill="none" stroke="#fff" stroke-width="13" stroke-linecap="round"/>`
}

const around = (turn) => [Math.cos(turn * 2 * Math.PI), Math.sin(turn * 2 * Math.PI)]
