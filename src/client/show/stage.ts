import type { ClientPage } from './client-page.ts'

/**
 * Scales the stage to the window, exactly. The layout of reveal.js is disabled, because it rounds the scale to hundredths,
 * which clips the edges on a screen of 1366 x 768. If less than a pixel is left at an edge, it is clipped rather than shown
 * as a grey line.
 */
export function fitStage({ reveal, width, height }: ClientPage): void {
  let shown = 0
  const update = () => {
    const [across, down] = [reveal.clientWidth / width, reveal.clientHeight / height]
    const larger = Math.max(across, down)
    const clipped = Math.max(larger * width - reveal.clientWidth, larger * height - reveal.clientHeight)
    const scale = clipped < 1 ? larger : Math.min(across, down)
    if (scale !== shown) reveal.style.setProperty('--ui-stage-scale', `${scale}`)
    shown = scale
  }
  update()
  // It calls back before the next frame is drawn.
  new ResizeObserver(update).observe(reveal)
}
