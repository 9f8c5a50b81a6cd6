import { clearSlide, makeDrawingTools, undoStroke } from '../drawing/drawing-tools.ts'
import { toggleFullscreen } from '../parts/fullscreen.ts'
import { showNotice } from '../parts/notice.ts'
import { makeToolbar } from '../parts/toolbar.ts'
import { makeSearchDialog } from '../search/search-dialog.ts'
import { makeInlineSpeakerView } from '../speaker/inline-speaker-view.ts'
import { makeSpeakerWindow } from '../speaker/speaker-window.ts'
import { allCommands, makeHelp } from './help.ts'
import { makeJump } from './jump.ts'
import type { ShowCommand } from './key-bindings.ts'
import { commandForKey, isKeyTaken } from './keys.ts'
import { makeOverview } from './overview.ts'
import { chooseView } from './reading-view.ts'
import type { TalkContext } from './talk-context.ts'
import type { VideoControls } from './video-controls.ts'

/** Returns the actions of the commands, and whether a dialog has the keyboard. */
function makeActions(talk: TalkContext, players: VideoControls) {
  const { show, board, share } = talk
  const { page } = show
  const [help, overview, jump] = [
    makeHelp(page, share ? allCommands.filter((command) => command !== 'reading') : allCommands),
    makeOverview(show),
    makeJump(show),
  ]
  const search = makeSearchDialog(show, { words: page.words, withNotes: false, host: document.body })
  const [speaker, here] = [makeSpeakerWindow(talk), makeInlineSpeakerView(talk)]
  // On a black screen the first key shows the slide again, so that slides do not change unseen.
  const move = (step: () => void) => () => (show.black() ? show.toggleBlack() : step())
  const acts: Record<ShowCommand, (digit: string) => void> = {
    next: move(show.next),
    previous: move(show.previous),
    first: move(() => show.go(0)),
    last: move(show.last),
    search: search.open,
    overview: overview.open,
    black: show.toggleBlack,
    draw: () => board.choose('pen'),
    laser: () => board.choose('laser'),
    color: () => board.choosePen(),
    undo: () => undoStroke(board, show),
    clear: () => clearSlide(board, show),
    fullscreen: toggleFullscreen,
    speaker: () => speaker.open() || showNotice(page.words.speaker.blocked, page.words.close),
    here: here.toggle,
    // A talk goes on as a show.
    reading: () => share || chooseView('reading', show.index()),
    help: help.open,
    video: () => players.toggle(page.slides[show.index()]),
    jump: jump.open,
  }
  return {
    acts,
    here,
    busy: () => [help, overview, jump, search].some((dialog) => dialog.isOpen()),
    closers: { help, overview },
    update: () => {
      speaker.update()
      here.update()
    },
  }
}

const tools = ['previous', 'next', 'overview', 'search', 'speaker', 'here', 'reading', 'fullscreen', 'help'] as const

/** While a drawing tool is selected, only this part of the window wakes the toolbar. Units: px from the lower edge. */
const wakeZonePx = 110

/** Adds the toolbar, with the drawing tools in its middle. */
function addToolbar({ show, board, share }: TalkContext, act: (command: (typeof tools)[number]) => void): void {
  const { words } = show.page
  // The toolbar must not be in the way of drawing.
  const shouldWake = ({ clientY }: PointerEvent) => board.tool() === 'none' || clientY > innerHeight - wakeZonePx
  const shown = tools.filter((tool) => tool !== 'reading' || !share)
  const bar = makeToolbar(words, shown, act, shouldWake)
  const drawingTools = makeDrawingTools(board, show, words)
  bar.children[shown.indexOf('speaker')]?.before(drawingTools.part)
  for (const source of [board, show]) source.onChange(drawingTools.update)
}

/** Binds the commands to keyboard and mouse, and keeps the speaker view up to date. */
export function bindCommands(talk: TalkContext, players: VideoControls): void {
  const { show, board, share } = talk
  // Dialogs and the toolbar take longer to make than the first slide.
  let made: ReturnType<typeof makeActions> | null = null
  const actions = () => {
    if (made) return made
    made = makeActions(talk, players)
    for (const source of [show, board, ...(share ? [share] : [])]) source.onChange(made.update)
    return made
  }
  show.drawn.then(() => {
    // From a dialog that was closed, Tab leads on to the toolbar.
    const { acts } = actions()
    addToolbar(talk, (command) => acts[command](''))
  })
  document.addEventListener('keydown', (event) => {
    const asked = commandForKey(event)
    if (!asked || isKeyTaken(event)) return
    const { acts, busy, closers, here } = actions()
    const dialog = closers[asked.command as keyof typeof closers]
    // The key that opened a dialog closes it; Escape does so by itself.
    if (busy() || here.busy()) {
      if (dialog?.isOpen() && event.code !== 'Escape') dialog.close()
      return
    }
    event.preventDefault()
    if (here.isOpen()) (here.keys[asked.command] ?? acts[asked.command])(asked.digit)
    else if (event.code === 'Escape' && board.tool() !== 'none') board.choose('none')
    else acts[asked.command](asked.digit)
  })
  show.page.reveal.addEventListener('click', () => show.black() && show.toggleBlack())
}
