import type { MachineFault } from '../model/errors.ts'
import type { JobsFault } from '../model/jobs-faults.ts'
import type { Lang } from '../model/lang.ts'
import { machine as en } from './en/machine.ts'
import { machine as kk } from './kk/machine.ts'
import type { MessagesOf } from './messages.ts'
import { machine as ru } from './ru/machine.ts'

/** The sentences on the machine in every language, for the one program that loads nothing else: that for an old Node. */
export const machineMessages: Readonly<Record<Lang, MessagesOf<Exclude<MachineFault, JobsFault>>>> = { kk, ru, en }
