import { drawing, fade, n, random } from './drawing.mjs'

const [width, height, ground] = [1600, 900, 640]

/** The left bank of the capital in the evening, mirrored in the river. */
export function capital() {
  const city = `${far()}${towers()}${tent()}${cones()}${tower()}`
  return drawing(
    width,
    height,
    2.5,
    `<defs>
    ${fade('sky', [
      [0, '#0b2b4a'],
      [0.45, '#2f6f9a'],
      [0.72, '#efc594'],
      [0.78, '#f7b27a'],
    ])}
    ${fade('back', [
      [0, '#5f8ba8'],
      [1, '#b7a594'],
    ])}${fade('mid', [
      [0, '#1f4d70'],
      [1, '#3a6784'],
    ])}${fade('front', [
      [0, '#123a5a'],
      [1, '#1c4a6a'],
    ])}
    ${fade('gold', [
      [0, '#f7dc92'],
      [1, '#c48f2f'],
    ])}${fade('cloth', [
      [0, '#f3ead8'],
      [1, '#8fb2c4'],
    ])}
    ${fade('water', [
      [0, '#f0b98a', 0.15],
      [0.5, '#164a6b', 0.6],
      [1, '#07223a', 0.95],
    ])}
    <radialGradient id="ball" cx=".38" cy=".34"><stop offset="0" stop-color="#fff3c4"/><stop offset=".5" stop-color="#efbf4f"/><stop offset="1" stop-color="#a8701c"/></radialGradient>
    <clipPath id="river"><path d="M0 ${ground}H${width}V${height}H0Z"/></clipPath></defs>
  <path d="M0 0H${width}V${height}H0Z" fill="url(#sky)"/>${stars()}<g id="city">${city}</g>
  <g clip-path="url(#river)"><path d="M0 ${ground}H${width}V${height}H0Z" fill="#3f7896"/>
    <use href="#city" transform="matrix(1 0 0 -.55 0 ${n(ground * 1.55)})" opacity=".75"/>
    <path d="M0 ${ground}H${width}V${height}H0Z" fill="url(#water)"/>${lights()}</g>
  <path d="M0 ${ground - 6}H${width}V${ground + 5}H0Z" fill="#0b2c46"/>`,
  )
}

function stars() {
  const next = random(3)
  const at = Array.from({ length: 60 }, () => `M${n(next() * width)} ${n(next() * 300)}h.1`).join('')
  return `<path d="${at}" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".55"/>`
}

function far() {
  const next = random(12)
  let path = ''
  for (let x = -10; x < width; ) {
    const wide = 26 + next() * 54
    path += `M${n(x)} ${ground}V${n(ground - 50 - next() * 150)}h${n(wide)}V${ground}Z`
    x += wide + next() * 12
  }
  return `<path d="${path}" fill="url(#back)"/>`
}

/** Blocks with lit windows; those with a crown have a spire. */
function towers() {
  const blocks = [
    [60, 92, 250, 'mid'],
    [168, 70, 330, 'front', 1],
    [252, 110, 200, 'mid'],
    [376, 64, 290, 'front'],
    [452, 84, 180, 'mid'],
    [930, 76, 240, 'mid'],
    [1268, 96, 210, 'mid'],
    [1376, 72, 350, 'front', 1],
    [1462, 104, 260, 'mid'],
  ]
  const next = random(21)
  return blocks
    .map(([x, wide, tall, tone, spire]) => {
      let lit = ''
      for (let y = ground - tall + 16; y < ground - 24; y += 16) {
        for (let at = x + 9; at < x + wide - 12; at += 13) if (next() < 0.42) lit += `M${at} ${y}h6v8h-6Z`
      }
      const top = spire ? `<path d="M${x + wide / 2 - 10} ${ground - tall}l10 -60 10 60Z" fill="url(#front)"/>` : ''
      return `${top}<path d="M${x} ${ground}v${-tall}l${n(wide * 0.5)} -12 ${n(wide * 0.5)} 12v${tall}Z" fill="url(#${tone})"/><path d="${lit}" fill="#ffd98a" opacity=".85"/>`
    })
    .join('')
}

/** The great leaning tent. */
function tent() {
  const ribs = Array.from(
    { length: 9 },
    (_, i) => `M1150 330Q${1146 + (i - 4) * 13} 520 ${1000 + i * 36} ${ground}`,
  ).join('')
  return `<path d="M1150 330C1130 470 1070 580 985 ${ground}H1305C1240 580 1180 470 1150 330Z" fill="url(#cloth)"/>
    <path d="${ribs}M1128 450Q1150 458 1176 450M1096 530Q1150 548 1212 530M1046 596Q1150 622 1262 596" fill="none" stroke="#3f6d86" stroke-width="1.6" opacity=".65"/>
    <path d="M1150 330l4 -96" stroke="#f3ead8" stroke-width="5" stroke-linecap="round"/>`
}

/** Twin towers of gold. */
function cones() {
  return [560, 660]
    .map(
      (
        x,
      ) => `<path d="M${x} ${ground}V440Q${x + 4} 400 ${x + 32} 388Q${x + 60} 400 ${x + 64} 440V${ground}Z" fill="url(#gold)"/>
      <path d="M${x + 12} ${ground}V432M${x + 25} ${ground}V410M${x + 39} ${ground}V410M${x + 52} ${ground}V432M${x} 470h64M${x} 510h64M${x} 550h64M${x} 590h64" stroke="#8a5f17" stroke-width="1.6" opacity=".55" fill="none"/>`,
    )
    .join('')
}

/** The tower that holds a golden egg in its branches. */
function tower() {
  const x = 815
  const branches = [-46, -30, -14, 14, 30, 46]
    .map(
      (lean) =>
        `M${x + lean * 0.5} ${ground}C${x + lean * 0.36} 520 ${x + lean * 0.2} 420 ${x + lean * 0.5} 330Q${x + lean * 0.9} 276 ${x + lean * 1.9} 226`,
    )
    .join('')
  return `<path d="M${x - 13} ${ground}L${x - 7} 300H${x + 7}L${x + 13} ${ground}Z" fill="#dfe9ee"/>
    <path d="${branches}" fill="none" stroke="#f4f8fa" stroke-width="4.5" stroke-linecap="round"/>
    <path d="M${x - 30} 330h60M${x - 22} 380h44M${x - 18} 430h36M${x - 18} 480h36M${x - 22} 540h44" stroke="#f4f8fa" stroke-width="3"/>
    <circle cx="${x}" cy="212" r="62" fill="url(#ball)"/>
    <path d="M${x - 62} 212Q${x} 240 ${x + 62} 212M${x - 54} 180Q${x} 204 ${x + 54} 180M${x - 54} 244Q${x} 270 ${x + 54} 244M${x} 150V274M${x - 34} 160Q${x - 52} 212 ${x - 34} 264M${x + 34} 160Q${x + 52} 212 ${x + 34} 264" fill="none" stroke="#8a5f17" stroke-width="1.5" opacity=".5"/>
    <path d="M${x - 90} ${ground}q90 -46 180 0Z" fill="#0f3450"/>`
}

/** Lights on the water. */
function lights() {
  const next = random(8)
  const dashes = Array.from({ length: 110 }, () => {
    const y = ground + 14 + next() * (height - ground - 20)
    return `M${n(next() * width)} ${n(y)}h${n(10 + (y - ground) * 0.25 * next())}`
  })
  return `<path d="${dashes.join('')}" stroke="#ffe2b0" stroke-width="2" stroke-linecap="round" opacity=".4"/>`
}
