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
import { startShow } from '../show/start-show.ts'
import type { AudienceDisplay } from './audience-sync.ts'

const tools = ['previous', 'next', 'overview', 'search', 'fullscreen', 'help'] as const

/** The slides one by one, for one who follows: all the ways around, none to draw or to blacken the screen. */
export async function startAudienceShow(
  page: ClientPage,
  moved: () => void,
): Promise<{ show: Show; followed: AudienceDisplay; ink: DrawingBoard }> {
  const { show, ink, players } = await startShow(page, { hand: false })
  const [overview, jump] = [makeOverview(show), makeJump(show)]
  const search = makeSearchDialog(show, { words: page.words, withNotes: false, host: document.body })
  const acts: Partial<Record<ShowCommand, (digit: string) => void>> = {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: () => show.go(page.slides.length - 1),
    overview: overview.open,
    search: search.open,
    jump: jump.open,
    fullscreen: toggleFullscreen,
    video: () => players.toggle(page.slides[show.index()]),
    help: () => help.open(),
  }
  const help = makeHelp(page, Object.keys(acts) as ShowCommand[])
  const dialogs = [overview, jump, search, help]
  let led = false
  // What is done by the talk is no movement of one's own.
  const lead = (act: () => void) => {
    led = true
    act()
    led = false
  }
  show.onChange(() => !led && moved())
  makeToolbar(page.words, tools, (command) => acts[command]?.(''))
  document.addEventListener('keydown', (event) => {
    const asked = commandForKey(event)
    const act = asked && acts[asked.command]
    if (!asked || !act || isKeyTaken(event) || dialogs.some((dialog) => dialog.isOpen())) return
    event.preventDefault()
    act(asked.digit)
  })
  return {
    show,
    ink,
    followed: {
      shownSlideId: show.pageId,
      goTo: (id) => {
        const index = page.slides.findIndex((slide) => slide.id === id)
        if (index >= 0 && index !== show.index()) lead(() => show.go(index))
      },
      setBlack: (on) => on !== show.black() && lead(show.toggleBlack),
    },
  }
}
