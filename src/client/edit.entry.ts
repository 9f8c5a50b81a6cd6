import { startEditor } from './edit/start-editor.tsx'
import { startFileEditor } from './edit/start-file-editor.tsx'
import { keepToken } from './edit/token.ts'
import { startServed } from './live/start-served.ts'

keepToken()
void startServed({ start: startEditor, startWaiting: startFileEditor })
