import { drawing, fade, n } from './drawing.mjs'

/** A lit reception desk behind an open window: one place for every question. */
export function receptionWindow() {
  return drawing(
    760,
    1000,
    1,
    `<defs>${fade('wall', [
      [0, '#134a70'],
      [1, '#0b3553'],
    ])}${fade('light', [
      [0, '#fff6dd'],
      [0.6, '#ffe3a8'],
      [1, '#f3c270'],
    ])}${fade('wood', [
      [0, '#b9793b'],
      [1, '#8a5424'],
    ])}
    <radialGradient id="glow"><stop offset="0" stop-color="#ffe9bd" stop-opacity=".55"/><stop offset="1" stop-color="#ffe9bd" stop-opacity="0"/></radialGradient>
    <clipPath id="pane"><path d="M330 690V330A270 230 0 0 1 870 330V690Z"/></clipPath></defs>
  <path d="M0 -100H1200V1000H0Z" fill="url(#wall)"/>${border(0)}${border(900)}
  <ellipse cx="600" cy="460" rx="560" ry="430" fill="url(#glow)"/>
  <path d="M306 714V330A294 254 0 0 1 894 330V714Z" fill="#f4efe4"/><path d="M330 690V330A270 230 0 0 1 870 330V690Z" fill="url(#light)"/>
  <g clip-path="url(#pane)">${people()}</g>
  <path d="M258 690H942V742H258Z" fill="url(#wood)"/><path d="M282 742H918V770H282Z" fill="#6b3f19"/>
  <path d="M232 690V300L330 336V690ZM968 690V300L870 336V690Z" fill="#0f6a9c"/><path d="M250 660V330L314 354V660ZM950 660V330L886 354V660Z" fill="#7fb7d6" opacity=".55"/>
  ${papers()}`,
    [220, -50],
  )
}

/** The colleague behind the desk listens, the visitor tells: two speech bubbles above them. */
function people() {
  return `<path d="M640 690C640 590 690 560 742 560S846 590 846 690Z" fill="#0b4a73"/><path d="M722 560l20 44 20 -44Z" fill="#fff"/><circle cx="742" cy="500" r="52" fill="#e8b98d"/><path d="M690 496A52 54 0 0 1 794 492C770 470 730 486 716 470 708 484 698 490 690 496Z" fill="#3b2413"/>
    <path d="M352 690C352 596 400 566 452 566S552 596 552 690Z" fill="#b8562f"/><circle cx="452" cy="508" r="50" fill="#d9a577"/><path d="M398 520C392 440 512 440 506 520 500 480 486 470 452 468 418 470 404 480 398 520Z" fill="#efe6d5"/><path d="M400 508C396 452 508 452 504 508L520 560C500 540 500 520 492 492 470 476 434 476 412 492 404 520 404 540 384 560Z" fill="#f7f1e4"/>
    <path d="M430 300H590A24 24 0 0 1 614 324V384A24 24 0 0 1 590 408H506L474 440V408H430A24 24 0 0 1 406 384V324A24 24 0 0 1 430 300Z" fill="#fff"/><path d="M438 338H580M438 368H540" stroke="#c9cfd6" stroke-width="12" stroke-linecap="round"/>
    <path d="M664 240H784A22 22 0 0 1 806 262V326A22 22 0 0 1 784 348H752L736 380V348H664A22 22 0 0 1 642 326V262A22 22 0 0 1 664 240Z" fill="#0a6ea6"/><path d="M690 294l22 24 44 -48" fill="none" stroke="#fff" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>`
}

function papers() {
  return `<path d="M560 690l14 -34h86l-8 34Z" fill="#fff"/><path d="M582 668h62M578 680h62" stroke="#9fb2c2" stroke-width="5"/>
    <path d="M884 690c0 -30 8 -44 22 -44s22 14 22 44Z" fill="#c99a2e"/><path d="M906 646c-26 -20 -30 -52 -14 -70 14 16 18 44 14 70ZM906 646c26 -18 40 -44 34 -66 -20 8 -34 34 -34 66ZM906 646c-4 -34 2 -66 14 -84 10 24 4 60 -14 84Z" fill="#2f7a5a"/>`
}

/** A band of stepped lozenges along the wall. */
function border(y) {
  const tiles = Array.from({ length: 26 }, (_, i) => {
    const x = i * 48
    return `M${x} ${n(y)}l24 -20 24 20 -24 20ZM${x + 24} ${y - 8}l-10 8 10 8 10 -8Z`
  })
  return `<path d="${tiles.join('')}" fill="#d9a83a" fill-rule="evenodd" opacity=".34"/>`
}
