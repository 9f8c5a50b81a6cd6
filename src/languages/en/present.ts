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
    same: 'Phones must be in the same network (Wi-Fi) as this computer.',
    waiting:
      'No network yet, so phones cannot connect. Connect this computer to a Wi-Fi or a cable: the codes appear here by themselves.',
    network: 'Network',
    choose: 'Choose a network',
    kinds: {
      wifi: 'Wi-Fi',
      cable: 'cable',
      other: 'network',
      vpn: 'VPN',
      mobile: 'mobile network',
      virtual: 'virtual network',
      unassigned: 'without an address of its own',
    },
    typed: 'Or type this in a browser:',
    wifi: {
      title: 'Let phones join the Wi-Fi',
      about:
        'Enter its name and password here, and the hall gets a code to join it. Everyone who sees the screen can read them; Korme does not keep them after the talk.',
      name: 'Name of the Wi-Fi',
      password: 'Password',
      save: 'Make the code',
      remove: 'Remove',
      badName: 'The name must have 1 to 32 Latin letters and digits, or up to 16 Cyrillic letters.',
      badPassword:
        'A Wi-Fi password has at least 8 characters and at most 63. If there is none, leave the field empty.',
    },
  },
  hall: {
    title: 'Follow on your phone',
    same: 'Your phone must be in the same network (Wi-Fi) as the speaker’s computer',
    join: 'Join the Wi-Fi',
    name: 'Name',
    password: 'Password',
    open: 'Open the slides',
    typed: 'or type this in a browser:',
    waiting: 'No network yet. The code appears here by itself.',
    local: 'Phones cannot connect yet',
  },
  entry: {
    title: 'Follow the talk',
    wrong:
      'There is no talk at this address. Look at the four characters at its end again, and type them as they stand on the screen.',
    wait: 'Too many wrong addresses came from here. Wait {x} s and type it again.',
  },
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
      'Over plain HTTP, this page keeps the screen on with an invisible video, which not every phone respects. To be safe, set a longer time in the settings of the phone.',
    point: 'Move your finger over the slide to point',
    notes: 'Notes',
    next: 'Next',
  },
}
