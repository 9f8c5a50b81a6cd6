import type { CommandName } from '../model/command.ts'
import type { Command } from './command.ts'

/** The commands, each loaded when it is called. */
export const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  build: () => import('./commands/build.ts').then((m) => m.build),
  check: () => import('./commands/check.ts').then((m) => m.check),
  new: () => import('./commands/new.ts').then((m) => m.newDeck),
  doctor: () => import('./commands/doctor.ts').then((m) => m.doctor),
  help: () => import('./commands/help.ts').then((m) => m.help),
}

/** True for the name of a command. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
