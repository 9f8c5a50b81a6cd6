import type { TalkCheckMessages, TalkCheckName } from '../../languages/talk-check-messages.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { defaultPort, listen } from '../../serve/server/listen.ts'
import { isReachable, listNetworks } from '../../serve/server/networks.ts'
import { canKeepTalks, interruptionOf } from '../../serve/talk/resume.ts'
import type { Call } from '../command.ts'
import { clockTime } from '../present/clock-time.ts'
import { type CheckOutcome, errorOutcome, good, warning } from './outcome.ts'
import { presentCommand } from './talk-commands.ts'

/** What a talk needs of the place where it is given: the machine and its network. */
type PlaceCheckName = Extract<TalkCheckName, 'network' | 'port' | 'screen' | 'resume'>

/** Checks the place of a talk. */
export async function checkPlace(call: Call, deck: string): Promise<Record<PlaceCheckName, CheckOutcome>> {
  const words = call.messages.cli.doctor.talk
  const command = presentCommand(call, deck)
  const found = await checkPort(call)
  return {
    network: checkNetwork(words, command, found.port),
    port: found.outcome,
    screen: good(words.screen),
    resume: await checkResume(call, deck),
  }
}

/** The address that phones will most likely open. */
function checkNetwork(words: TalkCheckMessages, command: string, port: number): CheckOutcome {
  const [likeliest, ...others] = listNetworks().filter(isReachable)
  if (!likeliest) return warning(words.networkNone(command))
  const { address, name } = likeliest
  return good(words.network({ address: `http://${address}:${port}`, name: printable(name), others: others.length }))
}

/** Listens for a moment as the talk would. */
async function checkPort(call: Call): Promise<{ port: number; outcome: CheckOutcome }> {
  const words = call.messages.cli.doctor.talk
  const wanted = call.flags.port
  try {
    const { server, port, isFallbackPort } = await listen({ port: wanted, network: true })
    await new Promise((resolve) => server.close(resolve))
    const taken = isFallbackPort ? defaultPort : null
    return { port, outcome: taken === null ? good(words.port(port)) : warning(words.portMoved({ taken, port })) }
  } catch (error) {
    return { port: wanted ?? defaultPort, outcome: errorOutcome(error, call) }
  }
}

async function checkResume(call: Call, deck: string): Promise<CheckOutcome> {
  const { lang, cli } = call.messages
  const words = cli.doctor.talk
  const command = presentCommand(call, deck, '--resume')
  const [interruptedMs, { folder, possible }] = await Promise.all([interruptionOf(deck), canKeepTalks()])
  if (!possible) return warning(words.resumeImpossible(shortPath(folder)))
  if (interruptedMs !== null) return warning(words.resumeNow({ time: clockTime(lang, interruptedMs), command }))
  return good(words.resume(command))
}
