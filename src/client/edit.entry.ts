import { offerPin } from './edit/pin-dialog.ts'
import { startEditor } from './edit/start-editor.tsx'
import { startFileEditor } from './edit/start-file-editor.tsx'
import { keepToken } from './edit/token.ts'
import { startServed } from './live/start-served.ts'

keepToken()
offerPin()
void startServed({ start: startEditor, startWaiting: startFileEditor })
