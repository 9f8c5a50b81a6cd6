import { drawing, fade, n } from './drawing.mjs'

/** A racing wheelchair on a track: sport for everybody. */
export function race() {
  const spokes = Array.from({ length: 12 }, (_, i) => {
    const turn = (i / 12) * 2 * Math.PI
    return `M${n(560 + 30 * Math.cos(turn))} ${n(560 + 30 * Math.sin(turn))}L${n(560 + 178 * Math.cos(turn))} ${n(560 + 178 * Math.sin(turn))}`
  }).join('')
  return drawing(
    760,
    1000,
    1,
    `<defs>${fade('sky', [
      [0, '#f9d9a6'],
      [1, '#f3b071'],
    ])}${fade('hall', [
      [0, '#2f7396'],
      [1, '#0b3a5b'],
    ])}${fade('track', [
      [0, '#b24a2c'],
      [1, '#8a3320'],
    ])}</defs>
  <path d="M0 -120H1200V560H0Z" fill="url(#sky)"/><circle cx="930" cy="210" r="120" fill="#fff3d6"/>
  <path d="M0 430C160 330 260 330 400 390S700 320 860 372 1090 330 1200 360V560H0Z" fill="#7fa3b0"/><path d="M0 480C240 400 420 440 620 450S1010 400 1200 440V560H0Z" fill="url(#hall)"/>
  <path d="M0 540H1200V1000H0Z" fill="url(#track)"/><path d="M0 600L1200 566M0 690L1200 640M0 800L1200 742" stroke="#fff" stroke-width="6" opacity=".75"/><path d="M0 540H1200" stroke="#fff" stroke-width="4" opacity=".6"/>
  <path d="M20 470h190M0 520h250M60 580h150M0 640h210" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".55"/>
  <ellipse cx="680" cy="752" rx="440" ry="20" fill="#3d130a" opacity=".4"/>
  <circle cx="1010" cy="690" r="58" fill="none" stroke="#0f2436" stroke-width="16"/><path d="M1010 640v100M960 690h100" stroke="#0f2436" stroke-width="5"/>
  <path d="M560 560L1010 690M600 640L1010 690M500 470L620 600" stroke="#0a5c8c" stroke-width="20" stroke-linecap="round" fill="none"/>
  <path d="M540 520C600 470 660 470 740 560L820 610" stroke="#12263a" stroke-width="64" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
  <path d="M548 500C590 400 690 330 760 330" stroke="#d9a83a" stroke-width="92" stroke-linecap="round" fill="none"/>
  <circle cx="842" cy="282" r="58" fill="#d9a577"/><path d="M782 286C770 206 880 190 904 250L930 268 900 280C870 262 820 268 782 286Z" fill="#0a5c8c"/>
  <circle cx="560" cy="560" r="190" fill="none" stroke="#0f2436" stroke-width="24"/><circle cx="560" cy="560" r="150" fill="none" stroke="#fff" stroke-width="8" opacity=".9"/><path d="${spokes}" stroke="#e9eef2" stroke-width="4"/><circle cx="560" cy="560" r="30" fill="#d9a83a"/>
  <path d="M742 356C730 440 690 480 610 486L652 552" stroke="#d9a577" stroke-width="34" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M640 534l20 30" stroke="#12263a" stroke-width="42" stroke-linecap="round"/>`,
    [340, -60],
  )
}
