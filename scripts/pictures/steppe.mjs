import { drawing, fade, n, random, ridge, ridgePath } from './drawing.mjs'

const [width, height, horizon] = [1600, 1200, 690]

/** The steppe at sunrise, with two yurts, a river and feather grass. */
export function steppe() {
  return drawing(
    width,
    height,
    2.5,
    `<defs>
    ${fade('sky', [
      [0, '#2f6a98'],
      [0.45, '#86b7d2'],
      [0.78, '#f4dcb4'],
      [1, '#f9c98b'],
    ])}
    ${fade('far', [
      [0, '#7f9db3'],
      [1, '#c9c3b2'],
    ])}
    ${fade('near', [
      [0, '#6d8792'],
      [1, '#b9ad8c'],
    ])}
    ${fade('plain', [
      [0, '#e3c27c'],
      [0.35, '#c79a4d'],
      [1, '#6d4f22'],
    ])}
    ${fade('river', [
      [0, '#fbe3b8'],
      [0.4, '#b9d3dd'],
      [1, '#5f93b3'],
    ])}
    ${fade('felt', [
      [0, '#fffaf0'],
      [1, '#d8c9ac'],
    ])}
    <linearGradient id="shade"><stop offset="0" stop-color="#3a2a12" stop-opacity="0"/><stop offset="1" stop-color="#3a2a12" stop-opacity=".42"/></linearGradient>
    <radialGradient id="sun"><stop offset="0" stop-color="#fffdf2"/><stop offset=".12" stop-color="#fff2c9" stop-opacity=".95"/><stop offset=".4" stop-color="#ffdf9e" stop-opacity=".45"/><stop offset="1" stop-color="#ffdf9e" stop-opacity="0"/></radialGradient>
    <filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="14"/></filter>
    <filter id="mist" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="4"/></filter></defs>
  <rect width="${width}" height="${horizon + 60}" fill="url(#sky)"/>
  ${clouds()}
  <circle cx="455" cy="560" r="330" fill="url(#sun)"/>
  ${hills(4, 'far', { base: 640, high: 150, wave: 520 })}
  ${hills(9, 'near', { base: 672, high: 80, wave: 330 })}
  <rect y="${horizon - 6}" width="${width}" height="${height}" fill="url(#plain)"/>
  ${folds()}
  <path d="M640 702C760 712 900 716 880 734S560 770 600 812 1010 870 900 940 330 1040 420 1210H900C840 1080 1250 1000 1220 910S760 830 750 800 1010 760 990 734 760 706 640 702Z" fill="url(#river)"/>
  ${yurt(1215, 800, 0.42)}${yurt(330, 842, 0.86)}
  ${birds()}${grass()}`,
  )
}

function hills(seed, fill, { base, high, wave }) {
  const shape = ridge(seed, { wave, octaves: 6 })
  const path = ridgePath((x) => base - Math.log1p(Math.exp((shape(x) + 0.12) * 7)) * (high / 7), {
    width,
    bottom: horizon + 20,
  })
  return `<path d="${path}" fill="url(#${fill})"/>`
}

function clouds() {
  const next = random(31)
  const shapes = Array.from({ length: 26 }, () => {
    const y = 120 + next() * 420
    const rx = 90 + next() * 260
    return `<ellipse cx="${n(next() * width)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(4 + next() * 11)}" fill="#fff2dc" opacity="${n(0.16 + next() * 0.4)}"/>`
  })
  return `<g filter="url(#soft)">${shapes.join('')}</g>`
}

/** Low swells of the ground, darker on the side away from the sun. */
function folds() {
  const tones = ['#d9b368', '#bf9247', '#a87d3a', '#8d6830', '#6f5226']
  return tones
    .map((tone, i) => {
      const shape = ridge(50 + i, { wave: 300 + i * 150, octaves: 3 })
      const base = horizon + 40 + i * i * 22 + i * 20
      const path = ridgePath((x) => base + shape(x) * (18 + i * 16), { width, bottom: height + 10 })
      return `<path d="${path}" fill="${tone}" opacity=".55"/>`
    })
    .join('')
}

/** A yurt whose wall stands on `(x, y)`; at `scale` 1 it is 420 wide. */
function yurt(x, y, scale) {
  const band = Array.from({ length: 12 }, (_, i) => {
    const at = -192 + i * 32
    return `<path d="M${at} -104l16 -13 16 13 -16 13Z" fill="#0a5c8c"/><path d="M${at + 16} -110l8 6 -8 6 -8 -6Z" fill="#f2d58b"/>`
  }).join('')
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <ellipse cx="60" cy="2" rx="300" ry="20" fill="#2d1f0a" opacity=".35" filter="url(#mist)"/>
    <path d="M28 -262c14 -60 -22 -84 6 -140s-8 -70 12 -110" fill="none" stroke="#fff" stroke-width="9" opacity=".35" filter="url(#mist)"/>
    <path d="M-210 0V-128H210V0Z" fill="url(#felt)"/>
    <path d="M-222 -124C-180 -196 -110 -244 -46 -256H46C110 -244 180 -196 222 -124Z" fill="url(#felt)"/>
    <path d="M-46 -256Q0 -278 46 -256Q0 -246 -46 -256Z" fill="#8a5a2a"/><path d="M-40 -258C-20 -284 20 -284 40 -258M0 -278V-250M-22 -273 18 -252M22 -273 -18 -252" fill="none" stroke="#6b4420" stroke-width="4"/>
    <path d="M-150 -172C-120 -206 -80 -232 -44 -244M150 -172C120 -206 80 -232 44 -244M0 -250V-130M-84 -132C-70 -190 -40 -230 -20 -248M84 -132C70 -190 40 -230 20 -248" fill="none" stroke="#b49a6a" stroke-width="3" opacity=".7"/>
    <path d="M-222 -124H222V-90H-212Z" fill="#8c2f2a"/>${band}
    <path d="M-210 -44H210M-210 -22H210" stroke="#b49a6a" stroke-width="3" opacity=".8"/>
    <path d="M-42 0V-112H42V0Z" fill="#7a2c25"/><path d="M-34 0V-104H-2V0ZM2 0V-104H34V0Z" fill="#a5402f"/><path d="M-18 -84l9 14 -9 14 -9 -14ZM18 -84l9 14 -9 14 -9 -14ZM-18 -44l9 14 -9 14 -9 -14ZM18 -44l9 14 -9 14 -9 -14Z" fill="#f2d58b"/>
    <path d="M-222 -124C-180 -196 -110 -244 -46 -256H46C110 -244 180 -196 222 -124L210 -90V0H-210V-90Z" fill="url(#shade)"/></g>`
}

function birds() {
  return [
    [980, 300, 1.2],
    [1050, 330, 0.9],
    [1108, 292, 0.8],
    [1160, 352, 0.7],
    [900, 350, 0.75],
  ]
    .map(
      ([x, y, s]) =>
        `<path transform="translate(${x} ${y}) scale(${s})" d="M-26 -8Q-12 -16 0 0Q12 -16 26 -8" fill="none" stroke="#23445c" stroke-width="3.6" stroke-linecap="round"/>`,
    )
    .join('')
}

/** Feather grass along the lower edge, the nearer the taller. */
function grass() {
  const next = random(77)
  const tones = ['#4a3a17', '#6a5320', '#8b6d2c', '#b08d42', '#d9bd77']
  const blades = Array.from({ length: 1300 }, () => {
    const depth = next()
    const x = next() * (width + 80) - 40
    const y = height + 10 - (1 - depth) * 190
    const tall = 40 + depth * 150 * (0.5 + next())
    const lean = (next() - 0.25) * tall * 0.55
    const tone = tones[Math.floor(next() * tones.length)]
    const blade = `<path d="M${n(x)} ${n(y)}Q${n(x + lean * 0.2)} ${n(y - tall * 0.6)} ${n(x + lean)} ${n(y - tall)}" fill="none" stroke="${tone}" stroke-width="${n(1 + depth * 2.4)}" opacity=".8"/>`
    const plume =
      next() < 0.16
        ? `<path d="M${n(x + lean * 0.7)} ${n(y - tall * 0.86)}Q${n(x + lean)} ${n(y - tall * 1.08)} ${n(x + lean * 1.5 + 14)} ${n(y - tall * 1.06)}" fill="none" stroke="#f7e9c4" stroke-width="${n(1.2 + depth * 2.6)}" stroke-linecap="round" opacity=".7"/>`
        : ''
    return [depth, blade + plume]
  })
  return blades
    .sort((a, b) => a[0] - b[0])
    .map(([, path]) => path)
    .join('')
}
