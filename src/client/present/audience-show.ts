import type { DrawingBoard } from '../drawing/drawing-board.ts'
import { toggleFullscreen } from '../parts/fullscreen.ts'
import { playServedScreenVideo } from '../parts/screen-video.ts'
import { makeToolbar } from '../parts/toolbar.ts'
import { keepScreenOn } from '../parts/wake-lock.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { ShowCommand } from '../show/key-bindings.ts'
import { commandForKey, isKeyTaken } from '../show/keys.ts'
import type { Show } from '../show/show.ts'
import { makeShowDialogs } from '../show/show-dialogs.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { startShow } from '../show/start-show.ts'
import type { VideoControls } from '../show/video-controls.ts'
import type { AudienceDisplay } from './audience-sync.ts'

const tools = ['previous', 'next', 'overview', 'search', 'fullscreen', 'help'] as const

/** Options of the two views of the audience's page. */
export interface AudienceViewOptions {
  /** The user has moved to another slide. */
  onMove(): void
  languages: SlideLanguages | null
  /** The language of the page's own words. */
  readerLang(): string
}

/** Creates what has words in it: dialogs, toolbar, and the actions of keys. */
function makeControls(show: Show, players: VideoControls, { languages, readerLang }: AudienceViewOptions) {
  const { page } = show
  const actions: Partial<Record<ShowCommand, (digit: string) => void>> = {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: show.last,
    overview: () => dialogs.open.overview(''),
    search: () => dialogs.open.search(''),
    jump: (digit) => dialogs.open.jump(digit),
    fullscreen: toggleFullscreen,
    video: () => players.toggle(page.slides[show.index()]),
    help: () => dialogs.open.help(''),
    ...(languages && { language: languages.next }),
  }
  const dialogs = makeShowDialogs(show, Object.keys(actions) as ShowCommand[], languages)
  const toolbar = makeToolbar(page.words, tools, (command) => actions[command]?.(''))
  for (const part of [toolbar.bar, ...document.querySelectorAll<HTMLElement>('body > dialog')]) part.lang = readerLang()
  if (languages) toolbar.bar.children[tools.indexOf('fullscreen')]?.before(languages.makeMenu())
  return {
    actions,
    toolbar,
    dialogs,
  }
}

/** Starts the audience's show: it has all ways to move around, but no drawing and no black screen. */
export async function startAudienceShow(
  page: ClientPage,
  options: AudienceViewOptions,
): Promise<{ show: Show; display: AudienceDisplay; board: DrawingBoard }> {
  const { languages, onMove } = options
  const { show, board, players } = await startShow(page, { canDraw: false, steps: 'told' })
  keepScreenOn(window, playServedScreenVideo)
  let controls = makeControls(show, players, options)
  languages?.onSwitch(() => {
    const isAwake = controls.toolbar.bar.matches('.ui-awake')
    controls.toolbar.remove()
    const reopen = controls.dialogs.leave()
    controls = makeControls(show, players, options)
    reopen?.(controls.dialogs)
    if (isAwake) controls.toolbar.wake()
  })
  let isRemote = false
  // Movements of the speaker do not count as those of the user.
  const asRemote = (act: () => void) => {
    isRemote = true
    act()
    isRemote = false
  }
  show.onChange(() => !isRemote && onMove())
  document.addEventListener('keydown', (event) => {
    const pressed = commandForKey(event)
    const action = pressed && controls.actions[pressed.command]
    if (!pressed || !action || isKeyTaken(event)) return
    const { dialogs } = controls
    if (dialogs.busy() && !(pressed.command === 'language' && dialogs.isReading())) return
    event.preventDefault()
    action(pressed.digit)
  })
  return {
    show,
    board,
    display: {
      shownSlideId: show.pageId,
      goTo: (id, step) => {
        const index = page.slides.findIndex((slide) => slide.id === id)
        if (index >= 0) asRemote(() => show.go(index, step))
      },
      setBlack: (on) => on !== show.black() && asRemote(show.toggleBlack),
    },
  }
}
