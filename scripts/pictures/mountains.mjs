import { drawing, fade, n, random, ridge, ridgePath } from './drawing.mjs'

const [width, height, shore] = [1200, 1600, 1120]

/** Summits: where they stand, how high over the feet, how far each flank reaches, where the next valley is. */
const summits = [
  { x: 250, high: 235, left: 420, right: 330, valley: 384 },
  { x: 655, high: 400, left: 430, right: 520, valley: 936 },
  { x: 1010, high: 250, left: 300, right: 420, valley: width + 8 },
]

/** A mountain lake among spruces at dawn, upright. */
export function mountains() {
  const crags = ridge(23, { wave: 190, octaves: 6, rough: 0.55 })
  const flank = (x, { x: at, high, left, right }) => high * (1 - (x < at ? (at - x) / left : (x - at) / right))
  const top = (x) => 800 - Math.max(0, ...summits.map((summit) => flank(x, summit))) - crags(x) * 70
  const layers = [
    { seed: 41, base: 800, high: 210, wave: 380, fill: 'second' },
    { seed: 57, base: 915, high: 190, wave: 300, fill: 'third' },
    { seed: 68, base: 1020, high: 150, wave: 240, fill: 'fourth' },
  ]
  const land = `<path d="${ridgePath(top, { width, bottom: shore })}" fill="url(#first)"/>${snow(top)}${shade(top)}
    ${layers.map((layer, i) => `${hills(layer)}${mist(880 + i * 90)}`).join('')}${forest(5, shore + 4, 46, 34, '#1d4a48')}`
  return drawing(
    width,
    height,
    2.5,
    `<defs>
    ${fade('sky', [
      [0, '#173a5e'],
      [0.18, '#3f7ba8'],
      [0.33, '#c9d3c8'],
      [0.42, '#f4d3a6'],
      [0.55, '#f6bd8d'],
    ])}
    ${fade('first', [
      [0, '#54779a'],
      [0.55, '#7f9cb2'],
      [1, '#d9cfc4'],
    ])}
    ${fade('second', [
      [0, '#456d88'],
      [1, '#a9bfc4'],
    ])}${fade('third', [
      [0, '#2f5a70'],
      [1, '#86a8ac'],
    ])}${fade('fourth', [
      [0, '#214a58'],
      [1, '#5f8a8a'],
    ])}
    ${fade('water', [
      [0, '#f2cfa6', 0.2],
      [0.4, '#2f6b86', 0.5],
      [1, '#0e3247', 0.9],
    ])}${fade('bank', [
      [0, '#1b4549'],
      [0.3, '#12343d'],
      [1, '#081d27'],
    ])}
    <radialGradient id="sun"><stop offset="0" stop-color="#fffdf0"/><stop offset=".16" stop-color="#fff3d0" stop-opacity=".9"/><stop offset=".4" stop-color="#ffe9bd" stop-opacity=".4"/><stop offset="1" stop-color="#ffe9bd" stop-opacity="0"/></radialGradient>
    <filter id="soft" x="-20%" y="-50%" width="140%" height="200%"><feGaussianBlur stdDeviation="22"/></filter>
    <filter id="still"><feGaussianBlur stdDeviation="5 1.4"/></filter>
    <clipPath id="lake"><rect y="${shore}" width="${width}" height="${height - shore}"/></clipPath></defs>
  <rect width="${width}" height="${height}" fill="url(#sky)"/>
  <circle cx="440" cy="600" r="300" fill="url(#sun)"/>
  ${land}
  <g clip-path="url(#lake)"><rect y="${shore}" width="${width}" height="${height}" fill="#7fa7b5"/>
    <g transform="translate(0 ${2 * shore}) scale(1 -1)" filter="url(#still)">${land}</g>
    <rect y="${shore}" width="${width}" height="${height - shore}" fill="url(#water)"/>${ripples()}</g>
  <path d="M-10 ${shore + 20}C150 ${shore + 24} 380 ${shore + 40} 470 ${shore + 92}S420 ${shore + 200} 400 ${shore + 270} 320 ${shore + 380} 300 ${height + 10}H-10Z" fill="url(#bank)"/>
  <path d="M${width + 10} ${shore + 24}C${width - 150} ${shore + 30} ${width - 340} ${shore + 50} ${width - 400} ${shore + 104}S${width - 340} ${shore + 220} ${width - 320} ${shore + 300} ${width - 230} ${shore + 420} ${width - 210} ${height + 10}H${width + 10}Z" fill="url(#bank)"/>
  ${spruces()}`,
  )
}

function hills({ seed, base, high, wave, fill }) {
  const shape = ridge(seed, { wave, octaves: 6 })
  return `<path d="${ridgePath((x) => base - shape(x) * high, { width, bottom: shore })}" fill="url(#${fill})"/>`
}

const mist = (y) =>
  `<ellipse cx="${width / 2}" cy="${y}" rx="${width * 0.7}" ry="34" fill="#fbe9d2" opacity=".3" filter="url(#soft)"/>`

/** Snow on what is high, down to a ragged line: in tongues along the gullies. */
function snow(top) {
  const ragged = ridge(91, { wave: 95, octaves: 5, rough: 0.7 })
  const points = []
  for (let x = 0; x <= width; x += 3) points.push([x, top(x)])
  for (let x = width; x >= 0; x -= 3) points.push([x, Math.max(top(x), 590 + ragged(x) * 190)])
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z" fill="#fff6ea"/>`
}

/** The side of each mountain that lies away from the sun, from a crooked line below its summit. */
function shade(top) {
  const next = random(29)
  return summits
    .map(({ x: at, valley }) => {
      const line = []
      for (let y = top(at), x = at, i = 0; y < 960; i++) {
        line.unshift(`${n(x)} ${n(y)}`)
        x += (i % 2 ? 1 : -0.35) * (12 + next() * 26)
        y += 26 + next() * 30
      }
      const edge = []
      for (let x = at; x <= valley; x += 4) edge.push(`${n(x)} ${n(top(x))}`)
      return `<path d="M${edge.join('L')}L${valley + 20} 960L${line.join('L')}Z" fill="#2d5580" opacity=".42"/>`
    })
    .join('')
}

/** A far edge of wood: many small tops on one line. */
function forest(seed, y, count, tall, fill) {
  const next = random(seed)
  const tops = Array.from({ length: count * 3 }, (_, i) => {
    const x = (i / (count * 3)) * (width + 40) - 20 + next() * 8
    const h = tall * (0.45 + next())
    return `M${n(x - h * 0.22)} ${y}L${n(x)} ${n(y - h)}L${n(x + h * 0.22)} ${y}Z`
  })
  return `<path d="${tops.join('')}" fill="${fill}"/>`
}

function ripples() {
  const next = random(15)
  return Array.from({ length: 90 }, () => {
    const y = shore + 8 + next() ** 1.6 * (height - shore)
    const long = 20 + (y - shore) * 0.5 * next()
    const x = next() * width
    return `<path d="M${n(x)} ${n(y)}h${n(long)}" stroke="#fff4e0" stroke-width="${n(0.8 + (y - shore) / 240)}" opacity="${n(0.1 + next() * 0.25)}" stroke-linecap="round"/>`
  }).join('')
}

/** Schrenk's spruces, slim and dark, at both sides. */
function spruces() {
  const next = random(7)
  const places = Array.from({ length: 34 }, () => {
    const side = next() < 0.55 ? -1 : 1
    const away = next() ** 1.7
    return { x: side < 0 ? away * 430 - 30 : width + 30 - away * 360, near: 1 - away * 0.75 + next() * 0.12 }
  })
  return places
    .sort((a, b) => a.near - b.near)
    .map(({ x, near }) => spruce(x, shore + 50 + near * 430, 220 + near * 560, near, next))
    .join('')
}

function spruce(x, y, tall, near, next) {
  const tiers = 13
  const [left, right] = [[], []]
  for (let i = 0; i <= tiers; i++) {
    const down = i / tiers
    const wide = tall * 0.15 * down ** 0.85 * (0.85 + next() * 0.3)
    const at = y - tall + tall * 0.95 * down
    left.push(`${n(x - wide)} ${n(at + tall * 0.02)}L${n(x - wide * 0.55)} ${n(at - tall * 0.004)}`)
    right.unshift(`${n(x + wide * 0.55)} ${n(at - tall * 0.004)}L${n(x + wide)} ${n(at + tall * 0.02)}`)
  }
  const tone = near > 0.75 ? '#0b2530' : near > 0.5 ? '#12343d' : '#1b4549'
  return `<path d="M${n(x)} ${n(y - tall * 1.04)}L${left.join('L')}L${n(x - tall * 0.012)} ${n(y)}H${n(x + tall * 0.012)}L${right.join('L')}Z" fill="${tone}"/>`
}
