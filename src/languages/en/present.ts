import type { PresentWords } from '../../model/wire/talk-words.ts'

/** The texts of the pages of a talk in English. */
export const present: PresentWords = {
  lost: 'Connection lost. Reconnecting automatically…',
  anew: 'This talk was restarted with new addresses. Scan the new code or open the new address.',
  share: {
    title: 'Audience and remote control',
    audience: 'Audience',
    audienceAbout: 'Anyone who scans this code can follow your slides. Notes are never sent.',
    followers: 'Following: {x}',
    hall: 'Show this code to the audience',
    remote: 'Remote control',
    remoteAbout: 'For your own phone only. Scan this code and enter the PIN there.',
    show: 'Show the code for my phone',
    remotes: 'Connected: {x}',
    pin: 'PIN',
    pinClosed: 'Too many wrong PINs. Request a new PIN.',
    renew: 'New PIN',
    local: 'Only this machine can open these addresses. To connect phones, run: {x}',
  },
  invitation: 'Follow on your phone',
  back: 'Return to the speaker',
  remote: {
    title: 'Remote control',
    ask: 'Enter the PIN',
    where: 'It is shown on the speaker’s screen, under “Audience and remote control”.',
    connect: 'Connect',
    wrong: 'This PIN is wrong.',
    wait: 'Try again in {x} s.',
    closed: 'Too many attempts. Request a new PIN on the speaker’s screen, then open this address again.',
    screen:
      'This phone may switch its screen off during the talk: browsers keep it on only over HTTPS. Set a longer time in the settings of the phone.',
    point: 'Move your finger over the slide to point',
    notes: 'Notes',
    next: 'Next',
  },
}
