import { clearSlide, makeToolChoice, makeToolStrip, undoStroke } from '../drawing/drawing-tools.ts'
import { toggleFullscreen } from '../parts/fullscreen.ts'
import { showNotice } from '../parts/notice.ts'
import { makeToolbar } from '../parts/toolbar.ts'
import { type InlineSpeakerView, makeInlineSpeakerView } from '../speaker/inline-speaker-view.ts'
import { makeSpeakerWindow } from '../speaker/speaker-window.ts'
import { allCommands } from './help.ts'
import type { ShowCommand } from './key-bindings.ts'
import { commandForKey, isKeyTaken } from './keys.ts'
import { chooseView } from './reading-view.ts'
import { makeShowDialogs } from './show-dialogs.ts'
import type { TalkContext } from './talk-context.ts'
import type { VideoControls } from './video-controls.ts'

/** The speaker views of a show, which stay when its slides are shown in another language. */
interface SpeakerViews {
  speaker: ReturnType<typeof makeSpeakerWindow>
  here: InlineSpeakerView
}

/** Creates the dialogs. Returns the actions of the commands, and whether a dialog has the keyboard. */
function makeActions(talk: TalkContext, players: VideoControls, { speaker, here }: SpeakerViews) {
  const { show, board, share, slideLanguages } = talk
  const { page } = show
  const commands = allCommands.filter((command) => command !== (share ? 'reading' : 'export'))
  const dialogs = makeShowDialogs(show, commands, slideLanguages)
  // On a black screen the first key shows the slide again, so that slides do not change unseen.
  const move = (step: () => void) => () => (show.black() ? show.toggleBlack() : step())
  const acts: Record<ShowCommand, ((digit: string) => void) | undefined> = {
    next: move(show.next),
    previous: move(show.previous),
    first: move(() => show.go(0)),
    last: move(show.last),
    search: () => dialogs.open.search(''),
    overview: () => dialogs.open.overview(''),
    black: show.toggleBlack,
    draw: () => board.choose('pen'),
    laser: () => board.choose('laser'),
    color: () => board.choosePen(),
    eraser: () => board.choose('eraser'),
    undo: () => undoStroke(board, show),
    clear: () => clearSlide(board, show),
    fullscreen: toggleFullscreen,
    speaker: () => speaker.open() || showNotice(page.words.speaker.blocked, page.words.close),
    here: here.toggle,
    // A talk goes on as a show.
    export: share ? () => share.desk.save(talk.requestedLang ?? page.lang) : undefined,
    reading: () => share || chooseView('reading', show.index()),
    language: slideLanguages ? move(slideLanguages.next) : undefined,
    help: () => dialogs.open.help(''),
    video: () => players.toggle(page.slides[show.index()]),
    jump: dialogs.open.jump,
  }
  return { acts, dialogs }
}

const tools = ['previous', 'next', 'overview', 'search', 'speaker', 'here', 'reading', 'fullscreen', 'help'] as const

/** While a drawing tool is selected, only this part of the window wakes the toolbar. Units: px from the lower edge. */
const wakeZonePx = 110

/** Adds the toolbar, with the drawing tools in its middle, and the strip of those in use. */
function addToolbar(
  { show, board, share, slideLanguages }: TalkContext,
  act: (command: (typeof tools)[number]) => void,
): ReturnType<typeof makeToolbar> & { update(): void } {
  const { words } = show.page
  // The toolbar must not be in the way of drawing.
  const shouldWake = ({ clientY }: PointerEvent) => board.tool() === 'none' || clientY > innerHeight - wakeZonePx
  const shown = tools.filter((tool) => tool !== 'reading' || !share)
  const toolbar = makeToolbar(words, shown, act, shouldWake)
  const choice = makeToolChoice(board, words)
  const strip = makeToolStrip(board, show, words)
  const [speaker, fullscreen] = (['speaker', 'fullscreen'] as const).map(
    (tool) => toolbar.bar.children[shown.indexOf(tool)],
  )
  speaker?.before(choice.part)
  if (slideLanguages) fullscreen?.before(slideLanguages.makeMenu())
  const update = () => {
    choice.update()
    strip.update()
  }
  const remove = () => {
    strip.remove()
    toolbar.remove()
  }
  return { ...toolbar, update, remove }
}

/** Binds the commands to keyboard and mouse, and keeps the speaker view up to date. */
export function bindCommands(talk: TalkContext, players: VideoControls): void {
  const { show, board, share, slideLanguages } = talk
  // Dialogs and the toolbar take longer to make than the first slide. In another language they are made anew.
  let views: SpeakerViews | null = null
  let made: ReturnType<typeof makeActions> | null = null
  let toolbar: ReturnType<typeof addToolbar> | null = null
  const actions = () => {
    views ??= { speaker: makeSpeakerWindow(talk), here: makeInlineSpeakerView(talk) }
    made ??= makeActions(talk, players, views)
    return { ...made, here: views.here }
  }
  const makeTools = () => {
    // From a dialog that was closed, Tab leads on to the toolbar.
    actions()
    return addToolbar(talk, (command) => actions().acts[command]?.(''))
  }
  show.drawn.then(() => {
    toolbar = makeTools()
  })
  slideLanguages?.onSwitch(() => {
    const reopen = made?.dialogs.leave()
    made = null
    if (!toolbar) return
    const isAwake = toolbar.bar.matches('.ui-awake')
    toolbar.remove()
    toolbar = makeTools()
    if (isAwake) toolbar.wake()
    reopen?.(actions().dialogs)
  })
  const update = () => {
    toolbar?.update()
    views?.speaker.update()
    views?.here.update()
  }
  for (const source of [show, board, ...(share ? [share] : [])]) source.onChange(update)
  document.addEventListener('keydown', (event) => {
    const asked = commandForKey(event)
    if (!asked || isKeyTaken(event)) return
    const { acts, dialogs, here } = actions()
    const act = acts[asked.command]
    if (!act) return
    // A dialog to read is read on in another language.
    const isSwitch = asked.command === 'language' && dialogs.isReading()
    if ((dialogs.busy() || here.busy()) && !isSwitch) {
      // The key that opened a dialog closes it; Escape does so by itself.
      if (event.code !== 'Escape') dialogs.close(asked.command)
      return
    }
    event.preventDefault()
    if (here.isOpen()) (here.keys[asked.command] ?? act)(asked.digit)
    else if (event.code === 'Escape' && board.tool() !== 'none') board.choose('none')
    else act(asked.digit)
  })
  show.page.reveal.addEventListener('click', () => show.black() && show.toggleBlack())
}
