import type { ClientPage } from './client-page.ts'

/**
 * Keeps the stage as large as the window allows, to the pixel. reveal.js rounds its own scale to hundredths, which cuts
 * the edges off on a screen of 1366 x 768; so its layout is off. Less than a pixel is rather cut off than left at an edge,
 * where it would be a grey line.
 */
export function fitStage({ reveal, width, height }: ClientPage): void {
  const update = () => {
    const [across, down] = [reveal.clientWidth / width, reveal.clientHeight / height]
    const larger = Math.max(across, down)
    const cut = Math.max(larger * width - reveal.clientWidth, larger * height - reveal.clientHeight)
    const scale = cut < 1 ? larger : Math.min(across, down)
    reveal.style.setProperty('--ui-stage-scale', `${scale}`)
  }
  new ResizeObserver(update).observe(reveal)
  update()
}
