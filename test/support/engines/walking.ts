import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, type TestContext, test } from 'vitest'
import { chrome109 } from './chrome-109.ts'
import type { Engine, EngineKind, Tab, TabOptions } from './engine.ts'
import { firefox } from './firefox.ts'
import { webkit } from './webkit.ts'

/** The browsers that pages are walked through in. */
export const engineKinds: readonly EngineKind[] = [chrome109, firefox, webkit]

/** Where to leave photographs of the pages; nowhere if it is not set. */
const photographs = process.env.VERIFY_PHOTOGRAPHS

/** Opens a page. It is closed after the test. */
export type Open = (address: string, options?: TabOptions) => Promise<Tab>

/** Adds a test to the browser of a walk. It is skipped where that browser is missing. */
export type Walk = (title: string, act: (open: Open) => Promise<void>) => void

/** Starts a browser before the tests of a `describe`, and ends it after them. Returns a function that adds a test in it. */
export function walking(kind: EngineKind, options: { scripts: boolean } = { scripts: true }): Walk {
  let engine: Engine | null = null
  let tabs: Tab[] = []

  beforeAll(async () => {
    engine = await kind.start(options)
    console.log(
      engine ? engine.version : `${kind.name} is not on this machine, so it is skipped: install ${kind.from}.`,
    )
  }, 300_000)
  afterEach(async ({ task }) => {
    const opened = tabs
    tabs = []
    for (const [i, tab] of opened.entries()) {
      if (photographs) await photograph(tab, `${kind.name} ${task.name} ${i + 1}`)
      await tab.close()
    }
  })
  afterAll(() => engine?.end())

  return (title, act) =>
    test(title, async ({ skip }: TestContext) => {
      const running = engine ?? skip(`no ${kind.name}`)
      await act(async (address, opening = {}) => {
        const tab = await running.open(address, opening)
        tabs.push(tab)
        return tab
      })
    })
}

async function photograph(tab: Tab, title: string): Promise<void> {
  mkdirSync(photographs!, { recursive: true })
  writeFileSync(join(photographs!, `${title.replace(/[^\w]+/g, '-')}.png`), await tab.screenshot())
}
