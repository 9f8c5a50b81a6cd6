/** Reads a value that the browser stores for this page; null if there is none, or if storage is blocked. */
export function readLocal(name: string): string | null {
  try {
    return localStorage.getItem(`korme-${name}`)
  } catch {
    return null
  }
}

/** Stores a value, unless storage is blocked. */
export function writeLocal(name: string, value: string): void {
  try {
    localStorage.setItem(`korme-${name}`, value)
  } catch {
    // The next visit starts with the defaults.
  }
}

/** Reads a value that is stored while the tab is open, such as a secret. */
export function readSession(name: string): string | null {
  try {
    return sessionStorage.getItem(`korme-${name}`) || null
  } catch {
    return null
  }
}

/** Stores a value while the tab is open; an empty one deletes it. */
export function writeSession(name: string, value: string): void {
  try {
    sessionStorage.setItem(`korme-${name}`, value)
  } catch {
    // The user is asked again after a reload.
  }
}
