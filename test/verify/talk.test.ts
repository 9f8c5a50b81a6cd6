import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KeptTalk } from '../../src/serve/talk/kept-talk.ts'
import { bin } from '../cli/run-korme.ts'
import { type DarkProxy, openDarkProxy } from '../serve/dark-proxy.ts'
import { freePort, makeFolder } from '../serve/korme-serve.ts'
import { childEnvironment } from '../support/child-environment.ts'
import { chrome109 } from '../support/engines/chrome-109.ts'
import { chromium } from '../support/engines/chromium.ts'
import { type Engine, type EngineKind, type Tab, type TabOptions, until, waitFor } from '../support/engines/engine.ts'
import { firefox } from '../support/engines/firefox.ts'
import { current, ready } from '../support/engines/show-state.ts'
import { webkit } from '../support/engines/webkit.ts'

/** How long the network is away. Units: milliseconds. */
const lostMs = 12_000

const roles = ['speaker', 'audience', 'remote'] as const
type Role = (typeof roles)[number]

/** Each page is open in another browser, as in a hall; a browser that is missing gives way to Chrome 109. */
const kinds: Readonly<Record<Role, EngineKind>> = { speaker: chromium, audience: firefox, remote: webkit }

const deckOf = (last = 'Соңы') =>
  JSON.stringify({
    lang: 'kk',
    steps: true,
    minutes: 5,
    content: [
      { block: '1', title: 'Көрме' },
      { title: 'Тармақтар', text: '• Бір\n• Екі\n• Үш\n• Төрт', notes: 'Айтамын' },
      { title: 'Үшінші слайд', text: '• Бір\n• Екі' },
      { title: last, text: 'Мәтін' },
    ],
  })

let folder: Awaited<ReturnType<typeof makeFolder>>
let port: number
let server: ChildProcess
let proxy: DarkProxy
const engines = {} as Record<Role, Engine>
const tabs = {} as Record<Role, Tab>

/** Starts the talk in a process of its own, and waits until it has printed its addresses. */
async function present(...flags: string[]): Promise<string> {
  const env = childEnvironment({ XDG_CACHE_HOME: join(folder.path, 'cache') })
  const args = [bin, 'present', 'decks/talk.json', ...flags]
  server = spawn(process.execPath, args, { cwd: folder.path, env })
  let text = ''
  server.stdout!.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  server.stderr!.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  await waitFor('the addresses', async () => /Ctrl-C/.test(text) || null)
  return text
}

const keptFolder = () => join(folder.path, 'cache', 'korme', 'talks')
const kept = async (): Promise<KeptTalk> => {
  const [name = ''] = (await readdir(keptFolder())).filter((one) => one.endsWith('.json'))
  return JSON.parse(await readFile(join(keptFolder(), name), 'utf8'))
}

async function open(role: Role, options: TabOptions = {}, engine = engines[role]): Promise<Tab> {
  const { secrets } = await kept()
  const direct = `http://127.0.0.1:${port}/${role[0]}/${secrets.tokens[role]}/`
  return engine.open(role === 'speaker' ? direct : proxy.address(direct), options)
}

const later = 'document.querySelector("section.present")?.querySelectorAll("[data-later]").length'
const onRemote = 'document.querySelector(".ui-remote .ui-current .slide")'

/** Waits until a page shows a slide of which so many parts are hidden. */
const isAt = (tab: Tab, slide: number, hidden: number) =>
  until(tab, `${current} === ${slide} && ${later} === ${hidden}`)
const remoteIsAt = (tab: Tab, slide: number, hidden: number) =>
  until(
    tab,
    `${onRemote}?.dataset.slide === '${slide}' && ${onRemote}.querySelectorAll('[data-later]').length === ${hidden}`,
  )
const allAt = (slide: number, hidden: number) =>
  Promise.all([
    isAt(tabs.speaker, slide, hidden),
    isAt(tabs.audience, slide, hidden),
    remoteIsAt(tabs.remote, slide, hidden),
  ])
const forward = () => tabs.remote.click('.ui-remote-moves .ui-primary')

/** Writes into the pages, so that a page that was loaded again is found. */
const mark = (tab: Tab) => tab.run('void (window.mark = true)')
const isMarked = (tab: Tab) => tab.run<boolean>('window.mark === true')

async function pair(): Promise<void> {
  const { speaker, remote } = tabs
  await speaker.press('i')
  await until(speaker, '/\\d{3} \\d{3}/.test(document.querySelector(".ui-pin")?.textContent ?? "")')
  const pin = await speaker.run<string>('document.querySelector(".ui-pin").textContent.replace(/\\D/g, "")')
  await speaker.press('i')
  await until(remote, 'document.querySelector(".ui-gate input")')
  await remote.click('.ui-gate input')
  await remote.press(...pin, 'Enter')
  await until(remote, onRemote)
}

beforeAll(async () => {
  folder = await makeFolder({ 'decks/talk.json': deckOf(), 'static/img/.keep': '' })
  port = await freePort()
  await present('--port', String(port))
  proxy = await openDarkProxy(port)
  for (const role of roles) {
    const engine = (await kinds[role].start({ scripts: true })) ?? (await chrome109.start({ scripts: true }))
    if (!engine) throw new Error(`no browser for the ${role}: install ${kinds[role].from}`)
    engines[role] = engine
  }
  console.log(roles.map((role) => `${role}: ${engines[role].version}`).join(', '))
  tabs.speaker = await open('speaker')
  tabs.audience = await open('audience')
  tabs.remote = await open('remote', { width: 420, height: 840 })
  await until(tabs.speaker, ready)
  await until(tabs.audience, ready)
  await pair()
}, 300_000)

afterAll(async () => {
  server?.kill('SIGKILL')
  proxy?.close()
  for (const role of roles) await engines[role]?.end()
  await folder?.remove()
})

test('speaker, remote and follower are at the same step, and so is who comes late', async () => {
  await forward()
  await allAt(2, 4)
  await forward()
  await allAt(2, 3)
  await tabs.speaker.press('ArrowRight')
  await allAt(2, 2)
  const late = await open('audience')
  await isAt(late, 2, 2)
  await tabs.speaker.press('ArrowLeft')
  await allAt(2, 3)
  await isAt(late, 2, 3)
  await late.close()
})

test(`who had no network for ${lostMs / 1000} s is at the step of the others again`, async () => {
  for (const role of ['audience', 'remote'] as const) await mark(tabs[role])
  proxy.goDark()
  await tabs.speaker.press('ArrowRight', 'ArrowRight')
  await isAt(tabs.speaker, 2, 1)
  // The time is what is tested: a network that is away for so long.
  await new Promise((resolve) => setTimeout(resolve, lostMs))
  expect(proxy.swallowed()).toBe(true)
  await isAt(tabs.audience, 2, 3)
  proxy.goLight()
  await allAt(2, 1)
  for (const role of ['audience', 'remote'] as const) expect(await isMarked(tabs[role])).toBe(true)
  await forward()
  await allAt(2, 0)
})

test('a server that is killed goes on with --resume, and all pages with it', async () => {
  for (const role of roles) await mark(tabs[role])
  await tabs.speaker.press('ArrowLeft')
  await allAt(2, 1)
  await waitFor('the step in the file', async () => (await kept()).state.talk.step === 3 || null)
  const exit = once(server, 'exit')
  server.kill('SIGKILL')
  await exit
  await tabs.speaker.press('ArrowLeft')
  await isAt(tabs.speaker, 2, 2)
  await writeFile(join(folder.path, 'decks/talk.json'), deckOf('Жаңа соңы'))
  // Pages notice that they are alone.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  const said = await present('--resume')
  expect(said).toContain(`http://127.0.0.1:${port}/s/`)
  expect(said).toMatch(/The talk that was interrupted at \d\d:\d\d goes on/)
  // What the speaker did meanwhile counts.
  await allAt(2, 2)
  expect(await tabs.remote.run('document.querySelector(".ui-gate")')).toBeNull()
  await forward()
  await allAt(2, 1)
  await forward()
  await allAt(2, 0)
  await tabs.speaker.press('End')
  await allAt(4, 0)
  for (const tab of [tabs.speaker, tabs.audience])
    await until(tab, 'document.querySelector("section.present").textContent.includes("Жаңа соңы")')
  for (const role of roles) expect(await isMarked(tabs[role])).toBe(true)
})

test('Ctrl-C ends the talk for good', async () => {
  const exit = once(server, 'exit')
  server.kill('SIGINT')
  expect(await exit).toEqual([0, null])
  expect(await readdir(keptFolder())).toEqual([])
})
