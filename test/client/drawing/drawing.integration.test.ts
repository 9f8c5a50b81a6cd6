import { expect, test } from 'vitest'
import { strokePath } from '../../../src/client/drawing/drawing-layer.ts'
import { pensOn } from '../../../src/client/drawing/pens.ts'
import { windowOpenedBy } from '../../browser.ts'
import { contest, words } from '../fixture.ts'
import { showing } from '../showing.ts'
import { drawLine, slide, strokes, strokesAre, text } from '../shown.ts'

const show = showing(contest)

test('a stroke goes through its first and last point; a tap is a dot', () => {
  expect(strokePath([10, 20, 30, 40, 50, 60])).toBe('M10 20Q30 40 40 50L50 60')
  expect(strokePath([10, 20])).toBe('M10 20l0.01 0')
})

test('the pen draws at the mouse; strokes stay with their slide, and are undone one by one', async () => {
  const page = await show({ viewport: { width: 640, height: 360 } })
  await page.keyboard.press('d')
  await drawLine(page, [100, 100], [200, 150])
  await drawLine(page, [300, 100], [300, 150])
  await strokesAre(page, 2)
  const box = await page.$eval('.ui-ink path', (path) => {
    const { x, y, width, height } = path.getBoundingClientRect()
    return [x, y, x + width, y + height]
  })
  for (const [index, value] of [100, 100, 200, 150].entries()) expect(Math.abs(box[index]! - value)).toBeLessThan(4)

  await page.keyboard.press('ArrowRight')
  expect(await strokes(page)).toBe(0)
  await page.keyboard.press('ArrowLeft')
  expect(await strokes(page)).toBe(2)
  await page.keyboard.press('z')
  expect(await strokes(page)).toBe(1)
  await page.keyboard.press('x')
  expect(await strokes(page)).toBe(0)
})

test('Escape deselects the pen; then the mouse draws nothing and links below can be clicked', async () => {
  const page = await show()
  const below = () => page.evaluate(() => document.elementFromPoint(400, 300)?.closest('.ui-ink') === null)
  expect(await below()).toBe(true)
  await page.keyboard.press('d')
  expect(await below()).toBe(false)
  await page.keyboard.press('Escape')
  expect(await below()).toBe(true)
  expect(await page.$('.ui-overview[open]')).toBeNull()
  await drawLine(page, [100, 100], [200, 150])
  expect(await strokes(page)).toBe(0)
  await page.keyboard.press('l')
  expect(await below()).toBe(false)
  await page.keyboard.press('l')
  expect(await below()).toBe(true)
})

test('the strip of tools comes with the pen: pens, eraser and undo work by touch and by keyboard', async () => {
  const page = await show({ viewport: { width: 1280, height: 720, hasTouch: true } })
  const { ink, help } = words.kk
  const tool = (label: string) => `.ui-strip-tools [aria-label="${label}"]`
  expect(await page.$eval('.ui-strip-tools', (strip) => (strip as HTMLElement).hidden)).toBe(true)
  await page.keyboard.press('d')
  await page.waitForSelector('.ui-strip-tools:not([hidden])')
  expect(await page.$eval(tool(ink.pens.red), (one) => one.getAttribute('aria-pressed'))).toBe('true')
  const cursor = () => page.$eval('.reveal .ui-ink', (layer) => getComputedStyle(layer).cursor)
  const red = await cursor()
  expect(red).toMatch(/^url\("data:image\/svg/)
  await drawLine(page, [200, 150], [400, 150])
  await page.tap(tool(ink.pens.blue))
  expect(await cursor()).not.toBe(red)
  await drawLine(page, [200, 250], [400, 250])
  await strokesAre(page, 2)
  const colors = await page.$$eval('.ui-ink path:nth-child(even)', (all) =>
    all.map((one) => one.getAttribute('stroke')),
  )
  const ground = await page.$eval('section.present', (one) => getComputedStyle(one).getPropertyValue('--ground').trim())
  expect(colors).toEqual(pensOn(ground).colors.slice(0, 2))
  // The eraser takes the red line.
  await page.keyboard.press('w')
  await drawLine(page, [300, 120], [300, 180])
  await strokesAre(page, 1)
  // By keyboard alone: from the first button on with the arrows, while the slide stays.
  await page.focus(tool(help.keys.draw))
  for (let steps = 0; steps < 7; steps++) await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(help.keys.undo)
  await page.keyboard.press('Enter')
  await strokesAre(page, 0)
  await page.tap(tool(words.kk.close))
  expect(await page.$eval('.ui-strip-tools', (strip) => (strip as HTMLElement).hidden)).toBe(true)
  expect(await slide(page)).toBe(1)
})

test('a finger draws and does not change the slide', async () => {
  const page = await show({ viewport: { width: 844, height: 390, hasTouch: true } })
  await page.keyboard.press('d')
  const finger = await page.touchscreen.touchStart(600, 200)
  for (const x of [500, 400, 300, 200]) await finger.move(x, 210)
  await finger.end()
  await strokesAre(page, 1)
  expect(await slide(page)).toBe(1)
})

test('the laser pointer follows the mouse and goes with it', async () => {
  const page = await show()
  await page.keyboard.press('l')
  await page.mouse.move(300, 200)
  await page.mouse.move(640, 360)
  await page.waitForSelector('.reveal .ui-laser.ui-lit[transform="translate(640 360)"]')
  await page.keyboard.press('l')
  await page.waitForSelector('.reveal .ui-laser:not(.ui-lit)')
})

test('slides and speaker view show the same drawings, and either may draw them', async () => {
  const page = await show({ suffix: '#/2' })
  const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
  await speaker.waitForSelector('.ui-speaker .slide')
  await page.keyboard.press('d')
  await drawLine(page, [100, 100], [200, 150])
  await strokesAre(speaker, 1, '.ui-current')
  const box = (await (await speaker.$('.ui-current .ui-ink'))!.boundingBox())!
  await drawLine(speaker, [box.x + box.width / 2, box.y + 40], [box.x + box.width / 2, box.y + 90])
  await strokesAre(page, 2)
  const middle = await page.$$eval('.reveal .ui-ink path', (all) => all.at(-1)!.getBoundingClientRect().x)
  expect(Math.abs(middle - 640)).toBeLessThan(6)
  await speaker.click(`.ui-tools [aria-label="${words.kk.help.keys.clear}"]`)
  await strokesAre(page, 0)
  expect(await text(speaker, '.ui-position')).toContain('/ 12')
})
