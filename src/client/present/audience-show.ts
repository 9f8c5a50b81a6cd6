import type { DrawingBoard } from '../drawing/drawing-board.ts'
import { toggleFullscreen } from '../parts/fullscreen.ts'
import { makeToolbar } from '../parts/toolbar.ts'
import { makeSearchDialog } from '../search/search-dialog.ts'
import type { ClientPage } from '../show/client-page.ts'
import { makeHelp } from '../show/help.ts'
import { makeJump } from '../show/jump.ts'
import type { ShowCommand } from '../show/key-bindings.ts'
import { commandForKey, isKeyTaken } from '../show/keys.ts'
import { makeOverview } from '../show/overview.ts'
import type { Show } from '../show/show.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { startShow } from '../show/start-show.ts'
import type { VideoControls } from '../show/video-controls.ts'
import type { AudienceDisplay } from './audience-sync.ts'

const tools = ['previous', 'next', 'overview', 'search', 'fullscreen', 'help'] as const

/** Creates what has words in it: dialogs, toolbar, and the actions of keys. */
function makeControls(show: Show, players: VideoControls, languages: SlideLanguages | null) {
  const { page } = show
  const [overview, jump] = [makeOverview(show), makeJump(show)]
  const search = makeSearchDialog(show, { words: page.words, withNotes: false, host: document.body })
  const actions: Partial<Record<ShowCommand, (digit: string) => void>> = {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: show.last,
    overview: overview.open,
    search: search.open,
    jump: jump.open,
    fullscreen: toggleFullscreen,
    video: () => players.toggle(page.slides[show.index()]),
    help: () => help.open(),
    ...(languages && { language: languages.next }),
  }
  const help = makeHelp(page, Object.keys(actions) as ShowCommand[])
  const dialogs = [overview, jump, search, help]
  const toolbar = makeToolbar(page.words, tools, (command) => actions[command]?.(''))
  if (languages) toolbar.bar.children[tools.indexOf('fullscreen')]?.before(languages.makeMenu())
  return {
    actions,
    toolbar,
    busy: () => dialogs.some((dialog) => dialog.isOpen()),
    remove: () => {
      toolbar.remove()
      for (const dialog of dialogs) dialog.remove()
    },
  }
}

/** Starts the audience's show: it has all ways to move around, but no drawing and no black screen. */
export async function startAudienceShow(
  page: ClientPage,
  onMove: () => void,
  languages: SlideLanguages | null,
): Promise<{ show: Show; display: AudienceDisplay; board: DrawingBoard }> {
  const { show, board, players } = await startShow(page, { canDraw: false })
  let controls = makeControls(show, players, languages)
  languages?.onSwitch(() => {
    const isAwake = controls.toolbar.bar.matches('.ui-awake')
    controls.remove()
    controls = makeControls(show, players, languages)
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
    if (!pressed || !action || isKeyTaken(event) || controls.busy()) return
    event.preventDefault()
    action(pressed.digit)
  })
  return {
    show,
    board,
    display: {
      shownSlideId: show.pageId,
      goTo: (id) => {
        const index = page.slides.findIndex((slide) => slide.id === id)
        if (index >= 0 && index !== show.index()) asRemote(() => show.go(index))
      },
      setBlack: (on) => on !== show.black() && asRemote(show.toggleBlack),
    },
  }
}
