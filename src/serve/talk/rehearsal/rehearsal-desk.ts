import { dirname, join } from 'node:path'
import { loadMessages } from '../../../languages/languages.ts'
import { formatMessage } from '../../../languages/messages.ts'
import { findProject } from '../../../load/project.ts'
import type { Live } from '../../../model/live.ts'
import type { RehearsalAction, RehearsalMessage } from '../../../model/wire/rehearsal.ts'
import { shortPath } from '../../../report/short-path.ts'
import { systemClock } from '../../../system/clock.ts'
import { disk } from '../../../system/disk.ts'
import { sweepTemporaryFiles } from '../../../system/temporary-files.ts'
import { makeDeckEditor } from '../../edit/deck-editor.ts'
import { EditRefused } from '../../edit/edit-refused.ts'
import { copiesFolder } from '../../edit/kept-copies.ts'
import { makeTextHistory } from '../../edit/text-history.ts'
import { untilShown } from '../../edit/until-shown.ts'
import { minutesEdit } from './minutes-ops.ts'

/** Plans the times of a rehearsal in the deck of a talk. */
export interface RehearsalDesk {
  /** `isHere`: whether the page is on this machine. Nobody else changes the deck. */
  receive(action: RehearsalAction, isHere: boolean): Promise<RehearsalMessage>
}

/** Options of `makeRehearsalDesk`. */
export interface RehearsalDeskOptions {
  live: Live
  /** The project's folder, if it was named. */
  root?: string | undefined
  onError(error: unknown): void
}

/** Earlier texts are not needed: a change is shown for the present one. Units: UTF-16 units. */
const maxHistory = 4_000_000

/** Creates it. The deck is edited as in the editor: whole or not at all, with a copy before the first change. */
export function makeRehearsalDesk({ live, root, onError }: RehearsalDeskOptions): RehearsalDesk {
  const { path } = live.file
  const projectRoot = async () => (await findProject(path, root === undefined ? {} : { root })).root
  const editor = makeDeckEditor({
    path,
    root,
    files: disk,
    clock: systemClock,
    projectRoot,
    history: makeTextHistory(maxHistory),
    onSaved: () => void live.refresh([path]).catch(onError),
  })
  const write = async ({ times, lang, base }: RehearsalAction): Promise<RehearsalMessage> => {
    const { text, hash, bytes, converts } = await editor.source()
    // The numbers of slides are those of the page.
    const edit = (await untilShown(live, bytes)) ? minutesEdit(text, times) : null
    if (!edit) throw new EditRefused({ code: 'edit-impossible', cause: 'faults' })
    const { changes, longer, ops } = edit
    const file = shortPath(live.file.name)
    const copies = shortPath(join(await projectRoot(), copiesFolder))
    if (base !== hash) {
      const encoding = converts === 'utf-8' ? null : converts
      const notice = converts === null ? '' : await sentence({ code: 'edit-converts', file, encoding }, lang)
      const isChanged = base !== null
      return { type: 'rehearsal', state: 'draft', base: hash, file, copies, changes, longer, notice, isChanged }
    }
    await Promise.all([dirname(path), copies].map((folder) => sweepTemporaryFiles(folder)))
    await editor.edit({ base, ops, convert: true })
    return { type: 'rehearsal', state: 'written', file, copies }
  }
  return {
    receive: async (action, isHere) => {
      if (!isHere) return refusal('')
      try {
        return await write(action)
      } catch (error) {
        const refused = error instanceof EditRefused ? error : new EditRefused({ code: 'edit-failed' })
        if (refused !== error) onError(error)
        return refusal(await sentence(refused.fault, action.lang))
      }
    },
  }
}

const refusal = (message: string): RehearsalMessage => ({ type: 'rehearsal', state: 'refused', message })

const sentence = async (fault: EditRefused['fault'], lang: RehearsalAction['lang']): Promise<string> =>
  formatMessage(await loadMessages(lang), fault)
